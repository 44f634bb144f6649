package org.matryoscope.corpus;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;

/**
 * A text file that has been looked through once: it is not empty, it is text in a known encoding, and no line is longer than
 * {@link #LONGEST_LINE}. Readers that follow need not guard against any of that.
 *
 * @param path the file
 * @param charset its encoding
 * @param mark length of its byte order mark in bytes, 0 without one
 * @param bytes its size, compressed where it is compressed
 */
record TextFile(Path path, Charset charset, int mark, long bytes) {
    /** The longest line taken, in characters: far above what any model reads, far below what exhausts memory. */
    static final int LONGEST_LINE = 1_000_000;

    private static final int HEAD = 8192;

    /**
     * Looks through a file.
     *
     * @param path the file
     * @param charset its encoding; null to go by its byte order mark, else UTF-8
     * @param progress told in bytes; looking through is the first half of the work, reading the second
     * @return the file
     * @throws Problem if it is missing, empty, binary, in another encoding, or has too long a line
     */
    static TextFile open(Path path, @Nullable Charset charset, Progress progress) {
        try {
            if (Files.isDirectory(path)) {
                throw new Problem(path.toString(), "this is a folder", "Choose a file of texts.");
            }
            long size = Files.size(path);
            byte[] head = head(path);
            Charset marked = markedAs(head);
            Charset used = marked != null ? marked : charset != null ? charset : StandardCharsets.UTF_8;
            if (marked == null && !used.name().startsWith("UTF-16") && !used.name().startsWith("UTF-32")) {
                refuseBinary(path, head);
            }
            int mark = marked == null ? 0 : marked.equals(StandardCharsets.UTF_8) ? 3 : 2;
            TextFile file = new TextFile(path, used, mark, size);
            EncodingCheck.run(file, progress);
            return file;
        } catch (NoSuchFileException e) {
            throw new Problem(path.toString(), "there is no such file", "Check the path.", e);
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    /** Opens the file for its second pass; reading reports progress. */
    BufferedReader reader(Progress progress) throws IOException {
        return new BufferedReader(new InputStreamReader(stream(progress, bytes), charset), 1 << 16);
    }

    /** Opens the bytes after the byte order mark; reading reports {@code done} + the bytes read of twice the size. */
    InputStream stream(Progress progress, long done) throws IOException {
        InputStream in = Packed.open(path, file -> new ReportingStream(file, progress, done, 2 * bytes));
        in.skipNBytes(mark);
        return in;
    }

    /** Names a line, counted from 1. */
    String place(long line) {
        return path + ", line " + line;
    }

    Problem unreadable(IOException cause) {
        return unreadable(path, cause);
    }

    static Problem tooLong(String where) {
        return new Problem(where, String.format(Locale.ROOT, "the line has more than %,d characters", LONGEST_LINE),
                "Break the text into lines, one passage a line.");
    }

    private static Problem unreadable(Path path, IOException cause) {
        // The message of one of the file system is but the path.
        String reason = cause.getMessage() == null || cause instanceof FileSystemException
                ? cause.getClass().getSimpleName()
                : cause.getMessage();
        return new Problem(path.toString(), "it cannot be read (" + reason + ")",
                "Check that the file is there and that you may read it.", cause);
    }

    private static byte[] head(Path path) throws IOException {
        try (InputStream in = Packed.open(path, file -> file)) {
            return in.readNBytes(HEAD);
        }
    }

    private static @Nullable Charset markedAs(byte[] head) {
        if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
            return StandardCharsets.UTF_8;
        }
        if (startsWith(head, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        return startsWith(head, 0xFE, 0xFF) ? StandardCharsets.UTF_16BE : null;
    }

    private static boolean startsWith(byte[] head, int... bytes) {
        if (head.length < bytes.length) {
            return false;
        }
        byte[] expected = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            expected[i] = (byte) bytes[i];
        }
        return Arrays.equals(head, 0, bytes.length, expected, 0, bytes.length);
    }

    private static void refuseBinary(Path path, byte[] head) {
        for (int i = 0; i < head.length; i++) {
            if (head[i] == 0) {
                throw binary(path, i);
            }
        }
    }

    static Problem binary(Path path, long offset) {
        return new Problem(path + ", byte " + (offset + 1), "this is not a text file: it holds a NUL byte",
                "Choose a .txt, .csv, .tsv or .jsonl file; UTF-16 text must begin with a byte order mark.");
    }
}
