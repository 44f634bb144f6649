package org.matryoscope.corpus.vectors;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files of vectors that must be refused, for those who show the refusal. */
public final class BadFiles {
    private static final int ROWS = 40;
    private static final int DIMENSION = 2;
    private static final int MEBIBYTE = 1 << 20;

    /**
     * A file and what must be said of it.
     *
     * @param file the file
     * @param opens whether only reading its rows tells, so that a preview of it can be shown
     * @param what part of what is wrong
     * @param remedy part of what to do
     */
    public record BadFile(Path file, boolean opens, String what, String remedy) {
        @Override
        public String toString() {
            return String.valueOf(file.getFileName());
        }
    }

    private final Path folder;
    private final List<BadFile> files = new ArrayList<>();

    private BadFiles(Path folder) {
        this.folder = folder;
    }

    /**
     * Writes one of each kind.
     *
     * @param folder where to
     */
    public static List<BadFile> in(Path folder) throws IOException {
        BadFiles all = new BadFiles(folder);
        byte[] right = npy("<f4", ROWS, some(ByteOrder.LITTLE_ENDIAN));
        all.add("truncated.npy", Arrays.copyOf(right, right.length - 1), "the file is cut off", "Copy or export");
        all.add("long.npy", Arrays.copyOf(right, right.length + 1), "something follows the array", "Save the array");
        all.add("lying.npy", npy("<f4", ROWS + 1, some(ByteOrder.LITTLE_ENDIAN)), "the shape [41, 2]", "export");
        all.add("swapped.npy", npy("<f4", ROWS, some(ByteOrder.BIG_ENDIAN)), "the wrong byte order", "byteswap");
        all.add("pickled.npy", npy("|O", ROWS, some(ByteOrder.LITTLE_ENDIAN)), "objects", "numpy");
        all.addOpening("nan.npy", npy("<f4", ROWS, same(Float.NaN)), "row 1", "Choose another field");
        all.addOpening("zero.npy", npy("<f4", ROWS, same(0)), "all entries are zero in row 1", "Choose another field");
        all.add("outside.npz", zip("../a.npy", right, 0), "leads out of the folder", "Do not trust this file");
        all.addOpening("bomb.npz",
                zip("a.npy", NpyBytes.of(NpyBytes.header("<f4", false, 128 << 10, 256), new byte[0]), 128),
                "times its compressed size", "save it uncompressed");
        all.add("ragged.jsonl", "{\"e\": [1, 2]}\n{\"e\": [1, 2, 3]}\n".getBytes(StandardCharsets.UTF_8), "line 2",
                "of the same length");
        all.add("nulls.parquet", Files.readAllBytes(TableFixtures.file("null_element.parquet")), "row 5, “embedding”",
                "Write a number there");
        return all.files;
    }

    private void add(String name, byte[] content, String what, String remedy) throws IOException {
        files.add(new BadFile(Files.write(folder.resolve(name), content), false, what, remedy));
    }

    private void addOpening(String name, byte[] content, String what, String remedy) throws IOException {
        files.add(new BadFile(Files.write(folder.resolve(name), content), true, what, remedy));
    }

    private static byte[] npy(String type, int rows, byte[] data) {
        return NpyBytes.of(NpyBytes.header(type, false, rows, DIMENSION), data);
    }

    private static byte[] some(ByteOrder order) {
        float[] values = new float[ROWS * DIMENSION];
        for (int i = 0; i < values.length; i++) {
            values[i] = (i % 7 - 3.3f) / 10;
        }
        return NpyBytes.floats(order, values);
    }

    private static byte[] same(float value) {
        float[] values = new float[ROWS * DIMENSION];
        Arrays.fill(values, value);
        return NpyBytes.floats(ByteOrder.LITTLE_ENDIAN, values);
    }

    private static byte[] zip(String name, byte[] start, int mebibytesOfZeros) throws IOException {
        byte[] zeros = new byte[MEBIBYTE];
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(start);
            for (int i = 0; i < mebibytesOfZeros; i++) {
                zip.write(zeros);
            }
        }
        return out.toByteArray();
    }
}
