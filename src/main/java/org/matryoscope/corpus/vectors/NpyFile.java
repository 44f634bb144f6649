package org.matryoscope.corpus.vectors;

import java.io.IOException;
import java.nio.file.Path;

import org.matryoscope.corpus.Packed;

/** An .npy file: one array. */
final class NpyFile {
    private NpyFile() {
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
        return OneArray.open(path, channel -> {
            String place = path.toString();
            NpyHeader header = NpyHeader.read(new ChannelBytes(channel), place);
            header.checkLength(place, channel.size());
            return new StoredArray("", place, header.items(), header.shape(), header.columnMajor(), header.offset(), 0);
        });
    }
}
