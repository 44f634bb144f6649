package org.matryoscope.cli;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

import org.matryoscope.corpus.Corpus;

/**
 * A picture that was asked for on the command line.
 *
 * @param view one of {@link Screenshooter#views()}
 * @param out the PNG file to write; its folder exists
 * @param width in pixels
 * @param height in pixels
 * @param dark the dark theme, or the light one
 * @param model the model's folder
 * @param corpus the corpus
 * @param query the query; null for the corpus's first judged query
 * @param d the prefix length, at least 1; null for the one the window opens at
 */
public record ScreenshotRequest(String view, Path out, int width, int height, boolean dark, Path model, Corpus corpus,
        @Nullable String query, @Nullable Integer d) {}
