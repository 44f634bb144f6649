package org.matryoscope.corpus;

import java.nio.file.Path;

/**
 * A corpus that comes with the app.
 *
 * @param id its name on the command line and its folder's name ("lesson")
 * @param name the name to show
 * @param description one sentence on what it is
 * @param folder where it lies
 * @param facts how many texts, which label levels, how many judged queries, in a few words
 */
public record BuiltInCorpus(String id, String name, String description, Path folder, String facts) {}
