package org.matryoscope.vector;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.matryoscope.base.Count;
import org.matryoscope.base.Problem;

/**
 * Stores kept in files: column-major in groups of rows, memory-mapped, opened without reading the vectors. Meant for a cache: a
 * file is read on machines of the byte order it was written in, and checksums cover everything but the columns themselves.
 */
public final class StoreFile {
    private static final String REMEDY = "Import the vectors again.";

    private StoreFile() {
    }

    /**
     * Returns what a store takes on the disk while it is written: the file and, for other formats than float32, the float32 vectors
     * that it is made from, since a column's scale depends on its last row.
     *
     * @param rows N ≥ 1
     * @param dimension D ≥ 1
     * @param format how the vectors are written
     * @return bytes, but for the list of scales and excluded rows
     */
    public static long bytesToWrite(int rows, int dimension, NumberFormat format) {
        ColumnLayout layout = new ColumnLayout(rows, dimension, format);
        ColumnLayout floats = layout.in(NumberFormat.FLOAT32);
        return StoreHeader.BYTES + layout.bytes() + (format == NumberFormat.FLOAT32 ? 0 : floats.bytes());
    }

    /**
     * Starts a store in a file. It is written under a temporary name in the same folder and takes the file's place when it is
     * built, in one step; if the builder is closed before, nothing remains. It takes {@link #bytesToWrite} of disk, of which float32
     * vectors below 1 GiB that another format is made from stand in memory; the conversion itself takes one column's chunk of memory.
     *
     * @param file where to; replaced if it exists
     * @param rows N ≥ 1
     * @param dimension D ≥ 1
     * @param format how the vectors are written
     * @return the builder, to be closed by the caller whether or not it was built; the store it builds is the opened file
     * @throws Problem if the disk has no room, or the folder cannot be written
     */
    public static VectorStoreBuilder create(Path file, int rows, int dimension, NumberFormat format) {
        ColumnLayout layout = new ColumnLayout(rows, dimension, format);
        return new VectorStoreBuilder(layout, new FileTarget(file, layout));
    }

    /**
     * Opens a store at once, whatever its size; columns are read from the disk when they are first used.
     *
     * @param file written by {@link #create}
     * @return the store, which keeps the file mapped until it is closed
     * @throws Problem if the file is missing, damaged, cut, or not a store of this version and byte order
     */
    @SuppressWarnings("MustBeClosedChecker") // the store closes the arena
    public static VectorStore open(Path file) {
        Arena arena = Arena.ofShared();
        boolean opened = false;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            StoreHeader header = StoreHeader.of(read(channel, 0, StoreHeader.WRITTEN));
            if (channel.size() != header.fileBytes()) {
                throw new StoreHeader.Unreadable("it has %s bytes, expected %s".formatted(Count.of(channel.size()),
                        Count.of(header.fileBytes())));
            }
            StoreTrailer trailer = trailer(channel, header);
            MemorySegment data = channel.map(MapMode.READ_ONLY, StoreHeader.BYTES, header.layout().bytes(), arena);
            VectorStore store = new VectorStore(arena, Columns.of(header.layout(), data, trailer.scales()),
                    trailer.excluded());
            opened = true;
            return store;
        } catch (StoreHeader.Unreadable e) {
            throw new Problem(file.toString(), e.what(), REMEDY, e);
        } catch (IOException e) {
            throw new Problem(file.toString(), "the vectors' file cannot be read: " + e.getMessage(), REMEDY, e);
        } finally {
            if (!opened) {
                arena.close();
            }
        }
    }

    private static StoreTrailer trailer(FileChannel channel, StoreHeader header)
            throws IOException, StoreHeader.Unreadable {
        byte[] bytes = read(channel, StoreHeader.BYTES + header.layout().bytes(), header.trailerBytes());
        if (StoreHeader.checksum(bytes, bytes.length) != header.trailerChecksum()) {
            throw new StoreHeader.Unreadable("its list of scales and excluded rows is damaged");
        }
        return StoreTrailer.of(bytes);
    }

    private static byte[] read(FileChannel channel, long position, int count)
            throws IOException, StoreHeader.Unreadable {
        ByteBuffer buffer = ByteBuffer.allocate(count);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, position + buffer.position()) < 0) {
                throw new StoreHeader.Unreadable("it is cut short");
            }
        }
        return buffer.array();
    }
}
