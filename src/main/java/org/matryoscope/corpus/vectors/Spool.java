package org.matryoscope.corpus.vectors;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.matryoscope.base.PrivateFolder;
import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;
import org.matryoscope.corpus.CacheFolders;

/** An array's bytes, copied to a temporary file so that any place can be read. The file goes when this is closed. */
final class Spool implements ByteSource {
    private static final int CHUNK = 1 << 20;

    private final Path file;
    private final FileChannel channel;

    private Spool(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Copies an array into the cache folder.
     *
     * @param array what to copy
     * @param from its bytes, read to the end and checked, not closed
     * @param progress asked for a cancellation; told that no row is read
     * @throws Problem if the disk has too little room
     * @throws IOException if it cannot be read or written
     */
    static Spool of(StoredArray array, ByteSource from, Progress progress) throws IOException {
        Path folder = PrivateFolder.make(CacheFolders.platform());
        long size = Math.multiplyExact(array.rowBytes(), array.shape()[0]);
        long room = folder.toFile().getUsableSpace();
        if (room < size) {
            throw new Problem(array.place(),
                    "the array stands column by column in a compressed file; reading it takes " + size
                            + " bytes on the disk of " + folder + ", which has " + room + " left",
                    "Free some space, or save the array row by row, with numpy.ascontiguousarray.");
        }
        Path file = Files.createTempFile(folder, "columns", ".tmp");
        Spool spool = new Spool(file, FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE));
        try {
            spool.copy(array, from, size, progress);
            return spool;
        } catch (IOException | RuntimeException e) {
            spool.close();
            throw e;
        }
    }

    private void copy(StoredArray array, ByteSource from, long size, Progress progress) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocateDirect(CHUNK);
        for (long done = 0; done < size; done += CHUNK) {
            progress.report(0, array.rows());
            from.read(array.offset() + done, buffer.clear().limit((int) Math.min(CHUNK, size - done)));
            buffer.flip();
            while (buffer.hasRemaining()) {
                channel.write(buffer, array.offset() + done + buffer.position());
            }
        }
        from.finish();
    }

    @Override
    public void read(long position, ByteBuffer into) throws IOException {
        new ChannelBytes(channel).read(position, into);
    }

    @Override
    public void close() {
        new ChannelBytes(channel).closeFile();
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            file.toFile().deleteOnExit();
        }
    }
}
