package org.matryoscope.model;

import java.nio.file.Files;
import java.nio.file.Path;

import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;

/** Loads model folders. */
public final class Encoders {
    private Encoders() {
    }

    /**
     * Loads a model folder.
     *
     * @param folder a folder as a model hub lays it out
     * @param overrides what the user sets instead of what the folder says
     * @param threads threads for inference, at least 1
     * @param progress told of the steps; cancels between them
     * @return an encoder, to be closed by the caller
     * @throws Problem if the folder is not a model that can be read
     */
    public static Encoder load(Path folder, ModelOverrides overrides, int threads, Progress progress) {
        if (!Files.isDirectory(folder)) {
            throw new Problem(folder.toString(), "there is no such model folder",
                    "Choose a folder that holds a model.");
        }
        return new ModelLoader(folder, overrides, threads, progress).load();
    }
}
