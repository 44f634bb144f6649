package org.matryoscope.corpus.vectors;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

import org.matryoscope.model.SafetensorsHeader;

/** A .safetensors file: named tensors. */
final class SafetensorsArrays implements ArrayFile {
    private final FileChannel channel;
    private final List<StoredArray> arrays;

    private SafetensorsArrays(FileChannel channel, List<StoredArray> arrays) {
        this.channel = channel;
        this.arrays = arrays;
    }

    /**
     * Opens a file and checks its header against its size.
     *
     * @throws IOException if it cannot be read
     * @throws org.matryoscope.base.Problem if it is faulty
     */
    static SafetensorsArrays open(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        try {
            List<StoredArray> arrays = SafetensorsHeader.read(path, channel, "Copy or export the file again.")
                    .values()
                    .stream()
                    .map(tensor -> new StoredArray(tensor.name(), path + ", tensor “" + tensor.name() + "”",
                            new NumberItems(tensor.type(), ByteOrder.LITTLE_ENDIAN), tensor.shape(), false,
                            tensor.offset(), 0))
                    .toList();
            return new SafetensorsArrays(channel, arrays);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public List<StoredArray> arrays() {
        return arrays;
    }

    @Override
    public ByteSource bytes(StoredArray array) {
        return new ChannelBytes(channel);
    }

    @Override
    public void close() {
        new ChannelBytes(channel).closeFile();
    }
}
