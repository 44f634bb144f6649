package org.matryoscope.cli;

import java.nio.file.Files;
import java.nio.file.Path;

import org.matryoscope.base.Problem;

/** A file that a command is to write, looked at before the long work that it is the end of. */
final class OutFile {
    private OutFile() {
    }

    /**
     * Checks that it can be written.
     *
     * @param file the file
     * @throws Problem if its folder is not there, or must not be written, or it is a folder itself
     */
    static void check(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new Problem(file.toString(), "its folder does not exist",
                    "Make the folder first, or choose another.");
        }
        if (Files.isDirectory(file) || !Files.isWritable(Files.exists(file) ? file : folder)) {
            throw new Problem(file.toString(), "it cannot be written", "Choose another file, or change permissions.");
        }
    }
}
