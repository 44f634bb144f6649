package org.matryoscope.corpus.vectors;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.matryoscope.corpus.Packed;

/** The kinds of files of vectors. The content tells the kind where it can; the name's ending tells it where it must. */
enum FileKind {
    NPY, NPZ, SAFETENSORS, FVECS, BVECS, FBIN, IBIN, I8BIN, U8BIN, JSON, JSON_LINES, SEPARATED, WORDS, WORD2VEC, PARQUET, ARROW, HDF5, SQLITE,
    /** A Python pickle. */
    PICKLE,
    /** A PyTorch file, which is a pickle too. */
    TORCH,
    /** Feather of the first version, which was given up. */
    OLD_FEATHER;

    /** What each ending of a name says, in lower case. */
    static final Map<String, FileKind> BY_EXTENSION = Map.ofEntries( //
            Map.entry("npy", NPY), Map.entry("npz", NPZ), Map.entry("safetensors", SAFETENSORS),
            Map.entry("fvecs", FVECS), Map.entry("bvecs", BVECS), Map.entry("fbin", FBIN), Map.entry("ibin", IBIN),
            Map.entry("i8bin", I8BIN), Map.entry("u8bin", U8BIN), Map.entry("json", JSON),
            Map.entry("jsonl", JSON_LINES), Map.entry("ndjson", JSON_LINES), Map.entry("csv", SEPARATED),
            Map.entry("tsv", SEPARATED), Map.entry("tab", SEPARATED), Map.entry("vec", WORDS),
            Map.entry("parquet", PARQUET), Map.entry("arrow", ARROW), Map.entry("feather", ARROW),
            Map.entry("ipc", ARROW), Map.entry("hdf5", HDF5), Map.entry("h5", HDF5), Map.entry("sqlite", SQLITE),
            Map.entry("sqlite3", SQLITE), Map.entry("db", SQLITE));

    private static final int HEAD = 1 << 16;
    /** Longer headers no safetensors file has. */
    private static final long LONGEST_HEADER = 100_000_000;
    /** How a pickle begins that torch.save wrote before version 1.6. */
    private static final byte[] TORCH_MAGIC = {(byte) 0x80, 2, (byte) 0x8A, 10, 0x6C, (byte) 0xFC, (byte) 0x9C, 0x46,
            (byte) 0xF9, 0x20};
    private static final int NEWEST_PICKLE = 5;

    /**
     * Tells a file's kind.
     *
     * @param file the file; what is in it counts where it is compressed
     * @return its kind; null where neither content nor name tells one
     * @throws IOException if it cannot be read
     */
    static @Nullable FileKind of(Path file) throws IOException {
        byte[] head;
        boolean more;
        try (InputStream in = Packed.open(file, each -> each)) {
            head = in.readNBytes(HEAD);
            more = in.read() >= 0;
        }
        FileKind named = BY_EXTENSION.get(extension(Packed.innerName(file)));
        FileKind marked = marked(head);
        if (marked != null) {
            return marked;
        }
        if (TextKind.isText(head)) {
            return TextKind.of(head, more, named);
        }
        if (named != null && named != WORDS) {
            return named;
        }
        return Word2VecFile.begins(head) ? WORD2VEC : isCounted(head, file) ? FBIN : named;
    }

    /** Tells a kind by the bytes that all files of it begin with. */
    private static @Nullable FileKind marked(byte[] head) {
        if (begins(head, "\u0093NUMPY")) {
            return NPY;
        }
        if (begins(head, "PK\u0003\u0004")) {
            return NPZ;
        }
        if (begins(head, "PAR1")) {
            return PARQUET;
        }
        if (begins(head, "ARROW1") || isArrowStream(head)) {
            return ARROW;
        }
        if (begins(head, "\u0089HDF\r\n\u001A\n")) {
            return HDF5;
        }
        if (begins(head, "SQLite format 3\0")) {
            return SQLITE;
        }
        if (begins(head, "FEA1")) {
            return OLD_FEATHER;
        }
        if (head.length >= TORCH_MAGIC.length
                && Arrays.equals(head, 0, TORCH_MAGIC.length, TORCH_MAGIC, 0, TORCH_MAGIC.length)) {
            return TORCH;
        }
        if (head.length > 2 && head[0] == (byte) 0x80 && head[1] >= 2 && head[1] <= NEWEST_PICKLE) {
            return PICKLE;
        }
        return isSafetensors(head) ? SAFETENSORS : null;
    }

    private static boolean begins(byte[] head, String magic) {
        byte[] bytes = magic.getBytes(StandardCharsets.ISO_8859_1);
        return head.length >= bytes.length && Arrays.equals(head, 0, bytes.length, bytes, 0, bytes.length);
    }

    /** Whether it begins with a mark of all ones and the length of a schema. */
    private static boolean isArrowStream(byte[] head) {
        if (head.length < 2 * Integer.BYTES) {
            return false;
        }
        ByteBuffer start = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
        return start.getInt(0) == -1 && start.getInt(Integer.BYTES) > 0
                && start.getInt(Integer.BYTES) % Long.BYTES == 0;
    }

    private static boolean isSafetensors(byte[] head) {
        if (head.length < Long.BYTES + 2 || head[Long.BYTES] != '{') {
            return false;
        }
        long header = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getLong(0);
        return header > 1 && header < LONGEST_HEADER;
    }

    /** Whether the first numbers are count and dimension of as many floats as the file holds. */
    private static boolean isCounted(byte[] head, Path file) throws IOException {
        if (head.length < CountedFile.HEADER || Packed.is(file)) {
            return false;
        }
        ByteBuffer header = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
        long rows = Integer.toUnsignedLong(header.getInt(0));
        long dimension = Integer.toUnsignedLong(header.getInt(Integer.BYTES));
        return dimension > 0 && dimension <= VectorFiles.MOST_DIMENSIONS
                && CountedFile.HEADER + rows * dimension * Float.BYTES == Files.size(file);
    }

    /** Whether a file of this kind holds vectors, and is not more often a corpus of texts. */
    boolean isSurelyVectors() {
        return this != JSON_LINES && this != SEPARATED && this != WORDS;
    }

    /** Returns the ending of a name, in lower case and without its dot; "" where there is none. */
    static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
