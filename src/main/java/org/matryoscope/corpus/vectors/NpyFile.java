package org.matryoscope.corpus.vectors;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

import org.matryoscope.corpus.Packed;

/** An .npy file: one array. */
final class NpyFile implements ArrayFile {
    private final FileChannel channel;
    private final StoredArray array;

    private NpyFile(FileChannel channel, StoredArray array) {
        this.channel = channel;
        this.array = array;
    }

    /**
     * Opens a file and checks its header against its size.
     *
     * @throws IOException if it cannot be read
     * @throws org.matryoscope.base.Problem if it is faulty, or holds what is not read
     */
    static ArrayFile open(Path path) throws IOException {
        if (Packed.is(path)) {
            return PackedNpy.open(path);
        }
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        try {
            String place = path.toString();
            NpyHeader header = NpyHeader.read(new ChannelBytes(channel), place);
            header.checkLength(place, channel.size());
            return new NpyFile(channel, new StoredArray("", place, header.items(), header.shape(), header.columnMajor(),
                    header.offset(), 0));
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
