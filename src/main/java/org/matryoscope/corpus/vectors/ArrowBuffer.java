package org.matryoscope.corpus.vectors;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.Arrays;

import com.github.luben.zstd.ZstdInputStream;
import org.apache.arrow.flatbuf.CompressionType;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorInputStream;

/** A buffer of an Arrow record batch, read from first byte to last, decompressed where it is compressed. */
final class ArrowBuffer {
    /** Of buffers that are not compressed. */
    static final byte UNCOMPRESSED = -1;

    private static final int CHUNK = 1 << 15;
    /** What a buffer of texts may take in memory where its texts stand in any order. */
    private static final int MOST_IN_MEMORY = 1 << 28;

    private final FileChannel channel;
    private final long position;
    private final long length;
    private final byte codec;
    private final byte[] number = new byte[Long.BYTES];
    private InputStream in = InputStream.nullInputStream();
    private boolean open;
    private byte[] whole = new byte[0];

    /**
     * Describes a buffer.
     *
     * @param channel the file
     * @param position where the buffer begins in it
     * @param length its bytes in the file; 0 where it is left out
     * @param codec {@link CompressionType}, or {@link #UNCOMPRESSED}
     */
    ArrowBuffer(FileChannel channel, long position, long length, byte codec) {
        this.channel = channel;
        this.position = position;
        this.length = length;
        this.codec = codec;
    }

    /** Returns the same buffer, from the first byte on. */
    ArrowBuffer again() {
        return new ArrowBuffer(channel, position, length, codec);
    }

    /** Whether it is left out, as one of validity is where no value is null. */
    boolean isEmpty() {
        return length == 0;
    }

    private InputStream stream() throws IOException {
        if (!open) {
            open = true;
            in = length == 0 ? InputStream.nullInputStream() : opened();
        }
        return in;
    }

    private InputStream opened() throws IOException {
        if (codec == UNCOMPRESSED) {
            return new BufferedInputStream(new Region(channel, position, length), CHUNK);
        }
        ByteBuffer size = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        new ChannelBytes(channel).read(position, size);
        InputStream rest = new BufferedInputStream(
                new Region(channel, position + Long.BYTES, Math.max(0, length - Long.BYTES)), CHUNK);
        if (size.getLong(0) == -1) {
            return rest;
        }
        return switch (codec) {
            case CompressionType.LZ4_FRAME ->
                new BufferedInputStream(new FramedLZ4CompressorInputStream(rest, true), CHUNK);
            case CompressionType.ZSTD -> new BufferedInputStream(new ZstdInputStream(rest), CHUNK);
            default -> throw new IOException("it is compressed in a way that is not known here");
        };
    }

    /**
     * Fills an array.
     *
     * @throws EOFException if the buffer ends before
     */
    void read(byte[] into, int count) throws IOException {
        if (stream().readNBytes(into, 0, count) < count) {
            throw new EOFException("a column ends before its last row");
        }
    }

    /** Reads one byte. */
    int readByte() throws IOException {
        int value = stream().read();
        if (value < 0) {
            throw new EOFException("a column ends before its last row");
        }
        return value;
    }

    /** Reads a little-endian whole number of 4 or 8 bytes, with its sign. */
    long readWhole(int bytes) throws IOException {
        read(number, bytes);
        long value = 0;
        for (int i = bytes - 1; i >= 0; i--) {
            value = (value << Byte.SIZE) | (number[i] & 0xFF);
        }
        return bytes == Integer.BYTES ? (int) value : value;
    }

    /** Passes bytes over. */
    void skip(long count) throws IOException {
        if (count < 0) {
            throw new IOException("an offset is less than the one before");
        }
        stream().skipNBytes(count);
    }

    /**
     * Reads a part from anywhere; a compressed buffer is held in memory for that.
     *
     * @throws EOFException if it does not lie within the buffer
     */
    byte[] at(long offset, int count) throws IOException {
        if (codec == UNCOMPRESSED) {
            if (offset < 0 || count < 0 || offset > length - count) {
                throw new EOFException("a text lies beyond its buffer");
            }
            ByteBuffer part = ByteBuffer.allocate(count);
            new ChannelBytes(channel).read(position + offset, part);
            return part.array();
        }
        if (whole.length == 0) {
            whole = stream().readNBytes(MOST_IN_MEMORY);
        }
        if (offset < 0 || count < 0 || offset > whole.length - count) {
            throw new EOFException("a text lies beyond its buffer, or further in it than is read");
        }
        return Arrays.copyOfRange(whole, (int) offset, (int) offset + count);
    }

    /** A part of a file. */
    private static final class Region extends InputStream {
        private final FileChannel channel;
        private final long end;
        private long at;

        Region(FileChannel channel, long from, long length) {
            this.channel = channel;
            at = from;
            end = from + length;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int count) throws IOException {
            if (at >= end) {
                return -1;
            }
            int read = channel.read(ByteBuffer.wrap(into, offset, (int) Math.min(count, end - at)), at);
            at += Math.max(0, read);
            return read;
        }

        @Override
        public long skip(long count) {
            long skipped = Math.clamp(count, 0, end - at);
            at += skipped;
            return skipped;
        }
    }
}
