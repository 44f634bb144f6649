package org.matryoscope.cli;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

import org.matryoscope.corpus.Corpus;
import org.matryoscope.study.ImportRequest;

/**
 * A picture that was asked for on the command line.
 *
 * @param view one of {@link Screenshooter#views()}
 * @param out the PNG file to write; its folder exists
 * @param width in pixels
 * @param height in pixels
 * @param dark the dark theme, or the light one
 * @param model the model's folder; null for vectors without one
 * @param vectors the file of vectors; null where the model makes them
 * @param corpus the corpus; null for the texts in the file of vectors
 * @param query the query; null for the corpus's first
 * @param queryRow the document whose vector is the query; null where none is asked for
 * @param queryVectors a file of query vectors; null where none is asked for
 * @param d the prefix length, at least 1; null for the one the window opens at
 * @param against the folder of side B's model; null for none
 */
public record ScreenshotRequest(String view, Path out, int width, int height, boolean dark, @Nullable Path model,
        @Nullable ImportRequest vectors, @Nullable Corpus corpus, @Nullable String query, @Nullable Integer queryRow,
        @Nullable Path queryVectors, @Nullable Integer d, @Nullable Path against) {}
