package org.matryoscope.vector;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.matryoscope.base.Problem;

/**
 * Columns in a file, written by position and mapped when they are complete. Writing through a mapping would cost a page fault
 * for every 4 KiB, and on a full disk end the process.
 */
final class FileOutput implements ColumnOutput {
    /** Bytes written at once: for more, Linux looks for large pieces of free memory, which may take longer than the writing. */
    private static final int PIECE = 1 << 17;

    private final Path file;
    private final FileChannel channel;
    private final long start;
    private final long bytes;

    private FileOutput(Path file, FileChannel channel, long start, long bytes) {
        this.file = file;
        this.channel = channel;
        this.start = start;
        this.bytes = bytes;
    }

    /**
     * Writes to an empty file, whose columns are to begin at {@code start}.
     *
     * @throws Problem if there is no room for it, or it cannot be written
     */
    static FileOutput into(Path file, long start, long bytes) {
        Disk.require(file, start + bytes);
        // Not TRUNCATE_EXISTING: even of an empty file it makes ext4 write everything to the disk on closing.
        return open(file, start, bytes, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    /**
     * Creates a file that goes away when it has been mapped or abandoned.
     *
     * @throws Problem if there is no room for it, or it cannot be created
     */
    static FileOutput temporary(Path folder, long bytes) {
        Path file = Disk.temporary(folder);
        Disk.require(file, bytes);
        return open(file, 0, bytes, StandardOpenOption.READ, StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
    }

    private static FileOutput open(Path file, long start, long bytes, StandardOpenOption... options) {
        try {
            return new FileOutput(file, FileChannel.open(file, options), start, bytes);
        } catch (IOException e) {
            throw Disk.unwritable(file, e);
        }
    }

    @Override
    public void write(long offset, MemorySegment data) {
        writeAt(start + offset, data.asByteBuffer());
    }

    /** Writes bytes at a place in the file, counted from its beginning. */
    void writeAt(long position, ByteBuffer data) {
        try {
            long at = position;
            int end = data.limit();
            while (data.position() < end) {
                data.limit(Math.min(end, data.position() + PIECE));
                at += channel.write(data, at);
            }
        } catch (IOException e) {
            throw Disk.unwritable(file, e);
        }
    }

    @Override
    public MemorySegment finish(Arena arena) {
        try (channel) {
            return channel.map(MapMode.READ_ONLY, start, bytes, arena);
        } catch (IOException e) {
            throw Disk.unwritable(file, e);
        }
    }

    @Override
    public void abandon() {
        try {
            channel.close();
        } catch (IOException e) {
            throw Disk.unwritable(file, e);
        }
    }
}
