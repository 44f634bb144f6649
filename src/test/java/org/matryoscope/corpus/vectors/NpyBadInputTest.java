package org.matryoscope.corpus.vectors;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What is said of npy files that lie, end early or go on: the file, what is wrong, what to do. */
class NpyBadInputTest {
    private static final byte[] SIX_FLOATS = NpyBytes.floats(ByteOrder.LITTLE_ENDIAN, 1, 2, 3, 4, 5, 6);
    private static final String HEADER = NpyBytes.header("<f4", false, 3, 2);

    @TempDir
    Path folder;

    @Test
    void aTruncatedFile() throws IOException {
        byte[] whole = NpyBytes.of(HEADER, SIX_FLOATS);
        refused(Arrays.copyOf(whole, whole.length - 1))
                .hasMessageContaining(
                        "the shape [3, 2], which takes " + whole.length + " bytes, but there are " + (whole.length - 1))
                .hasMessageContaining("cut off")
                .hasMessageContaining("Copy or export the file again.");
        for (int length = 0; length < whole.length - SIX_FLOATS.length; length++) {
            refused(Arrays.copyOf(whole, length)).hasMessageContaining("Copy or export the file again.");
        }
    }

    @Test
    void anOverLongFile() throws IOException {
        byte[] whole = NpyBytes.of(HEADER, SIX_FLOATS);
        refused(Arrays.copyOf(whole, whole.length + 1)).hasMessageContaining("something follows the array")
                .hasMessageContaining("by itself with numpy.save");
    }

    @Test
    void aFileThatGetsShorterWhileItIsRead() throws IOException {
        Path file = write(NpyBytes.of(HEADER, SIX_FLOATS));
        try (VectorSource source = VectorFiles.open(file, new VectorChoice("", null, null, List.of(), null))) {
            Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 20));
            assertThatThrownBy(() -> source.read(Progress.NONE, (first, count, rows) -> {
            })).isInstanceOf(Problem.class)
                    .hasMessageContaining("a.npy, from row 1 on: the file ends before its last number")
                    .hasMessageContaining("Copy or export the file again");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"(4, 2) | but there are", "(3, 3) | but there are",
            "(-3, -2) | the shape [-3, -2], which no array can have", "(3.0, 2) | cannot be understood",
            "(9223372036854775807, 9223372036854775807) | more than any file can hold",
            "(9223372036854775808, 2) | cannot be understood", "(4611686018427387904, 1) | more than any file can hold",
            "(3, '2') | which no array can have", "3 | does not hold a descr", "(3, 2 | cannot be understood",
            "(3 2) | cannot be understood", "((((((((((((((((((3)))))))))))))))))) | cannot be understood",
            "__import__('os') | cannot be understood"})
    void aHeaderThatLiesAboutItsShape(String shape, String message) throws IOException {
        refused(NpyBytes.of("{'descr': '<f4', 'fortran_order': False, 'shape': " + shape + ", }", SIX_FLOATS))
                .hasMessageContaining(message);
    }

    @Test
    void axesWithoutEnd() throws IOException {
        refused(NpyBytes.of("{'descr': '<f4', 'fortran_order': False, 'shape': (" + "1, ".repeat(100) + ")}",
                SIX_FLOATS)).hasMessageContaining("which no array can have");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "'descr'", "None", "7", "{'descr': '<f4', 'shape': (3, 2)}",
            "{'descr': '<f4', 'fortran_order': 0, 'shape': (3, 2)}",
            "{'descr': '<f4', 'fortran_order': False, 'shape': (3, 2), 'more': 1}"})
    void aHeaderOfAnotherForm(String header) throws IOException {
        refused(NpyBytes.of(header, SIX_FLOATS)).hasMessageContaining("and nothing else")
                .hasMessageContaining("Save the array again with numpy.save.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"f4", "=f4", "|f4", "<f3", "<f16", "<V2", "<M8[ns]", "<c8", "<U0", "<U999999999", "", "O",
            "|O", "<f4<f4"})
    void itemTypesThatAreNotRead(String descr) throws IOException {
        refused(NpyBytes.of(NpyBytes.header(descr, false, 3, 2), SIX_FLOATS)).hasMessageContaining("Save ");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "4, 0", "1, 1", "255, 0"})
    void otherVersions(int major, int minor) throws IOException {
        byte[] bytes = NpyBytes.of(HEADER, SIX_FLOATS);
        bytes[6] = (byte) major;
        bytes[7] = (byte) minor;
        refused(bytes).hasMessageContaining("this app knows 1.0, 2.0 and 3.0");
    }

    @Test
    void aHeaderSaidToBeHuge() throws IOException {
        byte[] bytes = NpyBytes.of(2, HEADER, SIX_FLOATS);
        Arrays.fill(bytes, 8, 12, (byte) 0xff);
        refused(bytes).hasMessageContaining("the header is said to have 4294967295 bytes");
    }

    @Test
    void tooManyDimensions() throws IOException {
        refused(NpyBytes.of(NpyBytes.header("|i1", false, 1, 65_537), new byte[65_537]))
                .hasMessageContaining("each vector has 65537 entries, and this app takes 65536")
                .hasMessageContaining("save array.T");
    }

    @ParameterizedTest
    @CsvSource({"f2, false", "f2, true", "f4, false", "f4, true", "f8, false", "f8, true", "i4, false", "i8, true"})
    void aWrongByteOrderIsSaid(String type, boolean columnMajor) throws IOException {
        byte[] big = numbers(type, ByteOrder.BIG_ENDIAN);
        byte[] little = numbers(type, ByteOrder.LITTLE_ENDIAN);
        for (String mark : List.of("<", ">")) {
            byte[] right = mark.equals("<") ? little : big;
            byte[] wrong = mark.equals("<") ? big : little;
            String header = NpyBytes.header(mark + type, columnMajor, 400, 3);

            refused(NpyBytes.of(header, wrong)).hasMessageContaining("a.npy")
                    .hasMessageContaining("the header tells the wrong byte order")
                    .hasMessageContaining("array.byteswap()");
            assertThat(VectorReads.all(write(NpyBytes.of(header, right)))).hasDimensions(400, 3);
        }
    }

    @Test
    void numbersThatAreWildEitherWayAreLetThrough() throws IOException {
        float[] wild = new float[200];
        for (int i = 0; i < wild.length; i++) {
            wild[i] = 1e30f * (i + 1) / 7;
        }
        byte[] bytes = NpyBytes.of(NpyBytes.header("<f4", false, 20, 10),
                NpyBytes.floats(ByteOrder.LITTLE_ENDIAN, wild));
        assertThat(VectorReads.all(write(bytes))[0][0]).isEqualTo(wild[0]);
    }

    private static byte[] numbers(String type, ByteOrder order) {
        Random random = new Random(4);
        ByteBuffer bytes = ByteBuffer.allocate(1200 * (type.charAt(1) - '0')).order(order);
        for (int i = 0; i < 1200; i++) {
            double value = random.nextGaussian() / 10;
            switch (type) {
                case "f2" -> bytes.putShort(Float.floatToFloat16((float) value));
                case "f4" -> bytes.putFloat((float) value);
                case "f8" -> bytes.putDouble(value);
                case "i4" -> bytes.putInt((int) (1000 * value));
                default -> bytes.putLong((long) (1000 * value));
            }
        }
        return bytes.array();
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("a.npy"), bytes);
    }

    private AbstractThrowableAssert<?, ?> refused(byte[] bytes) throws IOException {
        Path file = write(bytes);
        return assertThatThrownBy(() -> VectorReads.all(file)).isInstanceOf(Problem.class)
                .hasMessageContaining(file.toString());
    }
}
