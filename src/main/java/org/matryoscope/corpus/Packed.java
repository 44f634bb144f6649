package org.matryoscope.corpus;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;

import com.github.luben.zstd.ZstdInputStream;

/** Files that are compressed as a whole, with gzip or zstd, read as what is in them. The content decides, not the name. */
public final class Packed {
    private static final int GZIP = 0x8B1F;
    private static final int ZSTD = 0xFD2FB528;
    private static final int BUFFER = 1 << 16;

    private Packed() {
    }

    /**
     * Says whether a file is compressed.
     *
     * @param path the file
     * @throws IOException if it cannot be read
     */
    public static boolean is(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return isPacked(in.readNBytes(Integer.BYTES));
        }
    }

    private static boolean isPacked(byte[] head) {
        return isGzip(head) || isZstd(head);
    }

    private static boolean isGzip(byte[] head) {
        return head.length >= 2 && ((head[0] & 0xFF) | (head[1] & 0xFF) << 8) == GZIP;
    }

    private static boolean isZstd(byte[] head) {
        return head.length == Integer.BYTES
                && ((head[0] & 0xFF) | (head[1] & 0xFF) << 8 | (head[2] & 0xFF) << 16 | (head[3] & 0xFF) << 24) == ZSTD;
    }

    /**
     * Opens a file.
     *
     * @param path the file
     * @param counted wraps the bytes as they stand in the file, where they are counted
     * @return what is in it: its bytes, decompressed where it is compressed; buffered
     * @throws IOException if it cannot be read; reading fails so too where more comes out than compression can explain
     */
    public static InputStream open(Path path, UnaryOperator<InputStream> counted) throws IOException {
        InputStream file = Files.newInputStream(path);
        try {
            BufferedInputStream bytes = new BufferedInputStream(counted.apply(file), BUFFER);
            bytes.mark(Integer.BYTES);
            byte[] head = bytes.readNBytes(Integer.BYTES);
            bytes.reset();
            if (!isPacked(head)) {
                return bytes;
            }
            InputStream unpacked = isGzip(head) ? new GZIPInputStream(bytes, BUFFER) : new ZstdInputStream(bytes);
            return new BufferedInputStream(new UnpackedStream(unpacked, Files.size(path)), BUFFER);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /**
     * Returns a file's name without the ending that says that it is compressed, so that what is before tells its kind.
     *
     * @param path the file; need not exist
     */
    public static String innerName(Path path) {
        String name = path.getFileName() == null ? "" : path.getFileName().toString();
        return name.toLowerCase(Locale.ROOT).matches(".+\\.(gz|zst|zstd)")
                ? name.substring(0, name.lastIndexOf('.'))
                : name;
    }
}
