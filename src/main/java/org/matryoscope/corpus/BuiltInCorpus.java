package org.matryoscope.corpus;

/**
 * A corpus that comes with the app.
 *
 * @param id its name on the command line and its folder's name ("lesson")
 * @param name the name to show
 * @param description one sentence on what it is
 */
public record BuiltInCorpus(String id, String name, String description) {}
