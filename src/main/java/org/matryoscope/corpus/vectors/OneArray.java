package org.matryoscope.corpus.vectors;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** A file that is one array. */
final class OneArray implements ArrayFile {
    private final FileChannel channel;
    private final StoredArray array;

    /** Finds out what the array is. */
    @FunctionalInterface
    interface Look {
        /**
         * Looks at the file.
         *
         * @throws IOException if it cannot be read
         * @throws org.matryoscope.base.Problem if it is faulty
         */
        StoredArray at(FileChannel channel) throws IOException;
    }

    private OneArray(FileChannel channel, StoredArray array) {
        this.channel = channel;
        this.array = array;
    }

    /** Opens a file; it is closed again where the look at it fails. */
    static OneArray open(Path path, Look look) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        try {
            return new OneArray(channel, look.at(channel));
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public List<StoredArray> arrays() {
        return List.of(array);
    }

    @Override
    public ByteSource bytes(StoredArray wanted) {
        return new ChannelBytes(channel);
    }

    @Override
    public void close() {
        new ChannelBytes(channel).closeFile();
    }
}
