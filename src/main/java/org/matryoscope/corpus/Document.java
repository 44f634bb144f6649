package org.matryoscope.corpus;

import java.util.List;

/**
 * One text of a corpus.
 *
 * @param id unique in its corpus
 * @param text the text
 * @param labels its label at each of the corpus's levels, coarse to fine; "" where it has none at a level
 */
public record Document(String id, String text, List<String> labels) {}
