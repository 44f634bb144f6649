package org.matryoscope.corpus.vectors;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;

import org.matryoscope.base.Problem;

/** The bytes of a member of a zip archive, inflated as they are read. What the archive says of their number is not believed. */
final class MemberBytes implements ByteSource {
    /** Vectors shrink to a third at best; bombs to a thousandth. */
    private static final int MOST_RATIO = 200;
    /** Up to here, any ratio does no harm. */
    private static final long HARMLESS = 64L << 20;

    private final String place;
    private final ZipEntry member;
    private final InputStream in;
    private final long compressed;
    private final CRC32 checksum = new CRC32();
    private final byte[] buffer = new byte[1 << 16];
    private long at;

    /**
     * Starts at the member's beginning.
     *
     * @param place the member, for messages
     * @param member what the archive says of it
     * @param in its inflated bytes
     * @param archiveBytes the size of the archive
     */
    MemberBytes(String place, ZipEntry member, InputStream in, long archiveBytes) {
        this.place = place;
        this.member = member;
        this.in = in;
        compressed = Math.clamp(member.getCompressedSize(), 1, archiveBytes);
    }

    @Override
    public void read(long position, ByteBuffer into) throws IOException {
        if (position < at) {
            throw new IllegalArgumentException("position " + position + " was passed, now at " + at);
        }
        while (at < position) {
            next((int) Math.min(buffer.length, position - at));
        }
        while (into.hasRemaining()) {
            into.put(buffer, 0, next(Math.min(buffer.length, into.remaining())));
        }
    }

    private int next(int most) throws IOException {
        int read = in.read(buffer, 0, most);
        if (read < 0) {
            throw new EOFException("ends at byte " + at);
        }
        checksum.update(buffer, 0, read);
        at += read;
        if (at > HARMLESS && at / MOST_RATIO > compressed) {
            throw new Problem(place,
                    "the member has grown to more than " + MOST_RATIO
                            + " times its compressed size, as in an archive made to fill memory or disk",
                    "If you trust it, save it uncompressed, with numpy.savez.");
        }
        return read;
    }

    @Override
    public void finish() throws IOException {
        if (in.read() >= 0) {
            throw new Problem(place, "the member is longer than its header says",
                    "Save the array again with numpy.savez.");
        }
        if (member.getCrc() != checksum.getValue()) {
            throw new ZipException("wrong checksum");
        }
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
