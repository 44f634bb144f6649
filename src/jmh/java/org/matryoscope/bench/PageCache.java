package org.matryoscope.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Whether a file that is going to be read lies in the operating system's memory already. */
public enum PageCache {
    /** All of it does: it was read just before. */
    WARM {
        @Override
        void prepare(Path file) throws IOException {
            ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 20);
            try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
                while (in.read(buffer.clear()) >= 0) {
                    // Reading is all.
                }
            }
        }
    },
    /** Nothing of it does. The machine that a virtual one runs on may have it in memory still. */
    COLD {
        @Override
        void prepare(Path file) throws IOException {
            // GNU dd, told to copy nothing, advises the system to forget the whole file.
            Programs.run("dd", "if=" + file, "iflag=nocache", "count=0", "status=none");
        }
    };

    /** Brings a file, which was written to the disk, into this state. */
    abstract void prepare(Path file) throws IOException;
}
