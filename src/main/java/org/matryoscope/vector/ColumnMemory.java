package org.matryoscope.vector;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.matryoscope.base.Problem;

/** Where a store's columns live: in memory while they are small, else in a memory-mapped temporary file. */
final class ColumnMemory {
    private static final long MAPPED_FROM_BYTES = 1L << 30;
    private static final int CACHE_LINE_BYTES = 64;

    private ColumnMemory() {
    }

    /**
     * Allocates zeroed memory that lives as long as the arena.
     *
     * @throws Problem if a temporary file is needed and the disk has no room for it
     */
    static MemorySegment allocate(Arena arena, long bytes) {
        return bytes < MAPPED_FROM_BYTES ? arena.allocate(bytes, CACHE_LINE_BYTES) : map(arena, bytes);
    }

    /** Maps a temporary file, which the operating system may page out. */
    static MemorySegment map(Arena arena, long bytes) {
        try {
            Path file = Files.createTempFile("matryoscope", ".columns");
            file.toFile().deleteOnExit();
            // A mapping of a sparse file on a full disk would fail only when written to, and then fatally.
            if (Files.getFileStore(file).getUsableSpace() < bytes) {
                throw new Problem("temporary folder", "no room for " + (bytes >> 20) + " MiB of vectors",
                        "Free some disk space, or set another folder with -Djava.io.tmpdir.");
            }
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE,
                    StandardOpenOption.DELETE_ON_CLOSE)) {
                return channel.map(MapMode.READ_WRITE, 0, bytes, arena);
            }
        } catch (IOException e) {
            throw new Problem("temporary folder", "the vectors' file cannot be written",
                    "Check that the folder exists and is writable, or set another with -Djava.io.tmpdir.", e);
        }
    }
}
