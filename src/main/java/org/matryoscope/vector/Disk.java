package org.matryoscope.vector;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

import org.matryoscope.base.Count;
import org.matryoscope.base.Problem;

/** Room for files of columns, and what to tell the user when there is none. */
final class Disk {
    private static final long MEBIBYTE = 1L << 20;

    private Disk() {
    }

    /** Creates an empty file in a folder, deleted at the latest when the process ends. */
    static Path temporary(Path folder) {
        try {
            Path file = Files.createTempFile(folder, "matryoscope", ".columns");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    /** Returns the platform's folder for temporary files. */
    static Path temporaryFolder() {
        return Path.of(System.getProperty("java.io.tmpdir"));
    }

    /**
     * Checks that a file of a size can be written.
     *
     * @throws Problem if the disk has no room for it
     */
    static void require(Path file, long bytes) {
        Path folder = folder(file);
        if (!Files.isDirectory(folder)) {
            throw unwritable(file, new NoSuchFileException(folder.toString()));
        }
        // Not by its FileStore, which needs the list of mounts: there is none in a bare root or some containers.
        long free = folder.toFile().getUsableSpace();
        if (free < bytes) {
            throw new Problem(folder.toString(),
                    "no room for %s MiB of vectors, %s MiB are free".formatted(Count.of(Math.ceilDiv(bytes, MEBIBYTE)),
                            Count.of(free / MEBIBYTE)),
                    "Free some disk space, choose a smaller number format or another folder.");
        }
    }

    /** Returns the folder that a file is in. */
    static Path folder(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        return parent == null ? file : parent;
    }

    /** Describes a failure to write. */
    static Problem unwritable(Path file, IOException cause) {
        return new Problem(file.toString(), "the vectors' file cannot be written: " + cause.getMessage(),
                "Check that the folder exists and is writable and that its disk is not full, or choose another folder.",
                cause);
    }
}
