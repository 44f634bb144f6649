package org.matryoscope.corpus;

import java.util.Map;

/**
 * A query with relevance judgements.
 *
 * @param id unique in its corpus
 * @param text the query
 * @param grades row of the document → grade; above 0 is relevant, an explicit 0 is judged not relevant
 */
public record JudgedQuery(String id, String text, Map<Integer, Integer> grades) {}
