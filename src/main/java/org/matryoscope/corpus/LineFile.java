package org.matryoscope.corpus;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;

import org.matryoscope.base.Progress;

/** A text file whose encoding has been checked, read line by line any number of times. Blank lines are passed over. */
public final class LineFile {
    private final TextFile file;

    private LineFile(TextFile file) {
        this.file = file;
    }

    /** Takes lines. */
    @FunctionalInterface
    public interface Sink {
        /**
         * Takes a line.
         *
         * @param number its number, from 1
         * @param line what stands in it, not blank
         * @return whether more are wanted
         */
        boolean accept(long number, String line);
    }

    /**
     * Opens a file and checks its encoding to the end.
     *
     * @param path the file
     * @param progress told in bytes; this is the first half of the work, {@link #forEach} the second
     * @return the file
     * @throws org.matryoscope.base.Problem if it is missing, empty, binary, not in UTF-8 or UTF-16 with a byte order mark, or has
     *     too long a line
     */
    public static LineFile open(Path path, Progress progress) {
        return new LineFile(TextFile.open(path, null, progress));
    }

    /** Returns the file's path. */
    public Path path() {
        return file.path();
    }

    /**
     * Passes every line on.
     *
     * @param progress told in bytes; cancels
     * @param sink takes the lines
     * @throws org.matryoscope.base.Problem if the file cannot be read
     */
    public void forEach(Progress progress, Sink sink) {
        try (BufferedReader reader = file.reader(progress)) {
            long number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (!line.isBlank() && !sink.accept(number, line)) {
                    return;
                }
            }
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }
}
