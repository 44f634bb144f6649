package org.matryoscope.model;

/**
 * A setting and where it was read from, so that the model panel can show both.
 *
 * @param value the setting
 * @param source the file it was read from ("1_Pooling/config.json"), "default", "known model", "the only one" or
 *     "you"
 * @param <T> the setting's type
 */
public record Sourced<T>(T value, String source) {}
