package org.matryoscope.corpus.vectors;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

import org.apache.arrow.flatbuf.Message;
import org.jspecify.annotations.Nullable;

/**
 * A message of Arrow's stream format: what it says, and where its body lies.
 *
 * @param message what it says
 * @param body where its body begins in the file
 * @param bodyLength bytes of the body
 */
record ArrowMessage(Message message, long body, long bodyLength) {
    private static final int CONTINUES = -1;
    /** What describes a batch of thousands of columns takes less. */
    private static final int LONGEST = 1 << 26;

    /**
     * Reads a message.
     *
     * @param channel the file
     * @param position where it begins
     * @return the message; null at the stream's end
     * @throws IOException if it is damaged or cut off
     */
    static @Nullable ArrowMessage read(FileChannel channel, long position) throws IOException {
        long size = channel.size();
        if (position == size) {
            return null;
        }
        ByteBuffer start = read(channel, position, Integer.BYTES);
        boolean isNew = start.getInt(0) == CONTINUES;
        // Before version 0.15 only the length stood there.
        int length = isNew ? read(channel, position + Integer.BYTES, Integer.BYTES).getInt(0) : start.getInt(0);
        if (length == 0) {
            return null;
        }
        long head = position + (isNew ? 2 * Integer.BYTES : Integer.BYTES);
        if (length < 0 || length > LONGEST || length > size - head) {
            throw new EOFException("a message is said to have " + length + " bytes");
        }
        Message message = Message.getRootAsMessage(read(channel, head, length));
        long body = head + length;
        if (message.bodyLength() < 0 || message.bodyLength() > size - body) {
            throw new EOFException("a batch is said to have " + message.bodyLength() + " bytes");
        }
        return new ArrowMessage(message, body, message.bodyLength());
    }

    private static ByteBuffer read(FileChannel channel, long position, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        new ChannelBytes(channel).read(position, buffer);
        return buffer.flip();
    }

    /** Where the next message begins. */
    long end() {
        return body + bodyLength;
    }
}
