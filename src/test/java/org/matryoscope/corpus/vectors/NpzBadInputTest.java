package org.matryoscope.corpus.vectors;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What is said of npz archives that are bombs, lie, or lead out of the folder. */
class NpzBadInputTest {
    private static final byte[] ARRAY = NpyBytes.of(NpyBytes.header("<f4", false, 3, 2),
            NpyBytes.floats(ByteOrder.LITTLE_ENDIAN, 1, 2, 3, 4, 5, 6));

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"../a.npy", "x/../../a.npy", "/a.npy", "\\a.npy", "..\\a.npy", "C:a.npy", ".."})
    void membersThatLeaveTheFolder(String name) throws IOException {
        refused(zip(ZipEntry.DEFLATED, name, ARRAY)).hasMessageContaining("name leads out of the folder")
                .hasMessageContaining("Do not trust this file");
    }

    @Test
    void aFolderInTheArchiveIsFine() throws IOException {
        assertThat(VectorReads.all(write(zip(ZipEntry.DEFLATED, "x/a..b.npy", ARRAY)))).hasDimensions(3, 2);
    }

    @Test
    void twoMembersOfOneName() throws IOException {
        byte[] bytes = replace(zip(ZipEntry.STORED, "a.npy", ARRAY, "b.npy", ARRAY), "b.npy", "a.npy");
        refused(bytes).hasMessageContaining("member “a”: the archive holds two members of this name")
                .hasMessageContaining("under different names");
    }

    @ParameterizedTest
    @ValueSource(ints = {ZipEntry.STORED, ZipEntry.DEFLATED})
    void anEncryptedArchive(int method) throws IOException {
        byte[] bytes = zip(method, "a.npy", ARRAY);
        bytes[find(bytes, "504b0304") + 6] |= 1;
        bytes[find(bytes, "504b0102") + 8] |= 1;
        refused(bytes).hasMessageContaining("the archive is encrypted").hasMessageContaining("without a password");
    }

    @Test
    void aBomb() throws IOException {
        byte[] zeros = new byte[1 << 20];
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("a.npy"));
            zip.write(NpyBytes.of(NpyBytes.header("<f4", false, 128 << 10, 256), new byte[0]));
            for (int i = 0; i < 128; i++) {
                zip.write(zeros);
            }
        }
        refused(out.toByteArray()).hasMessageContaining("member “a”")
                .hasMessageContaining("more than 200 times its compressed size")
                .hasMessageContaining("save it uncompressed");
    }

    @Test
    void aSizeThatIsSaidWrongly() throws IOException {
        byte[] bytes = zip(ZipEntry.DEFLATED, "a.npy", ARRAY);
        bytes[find(bytes, "504b0102") + 24]--;
        refused(bytes).hasMessageContaining("member “a”").hasMessageContaining("but there are " + (ARRAY.length - 1));
    }

    @Test
    void moreDataThanIsSaid() throws IOException {
        byte[] longer = Arrays.copyOf(ARRAY, ARRAY.length + 4);
        byte[] bytes = zip(ZipEntry.DEFLATED, "a.npy", longer);
        int size = find(bytes, "504b0102") + 24;
        bytes[size] = (byte) (bytes[size] - 4);
        refused(bytes).hasMessageContaining("member “a”").hasMessageContaining("longer than its header says");
    }

    @Test
    void aFlippedBit() throws IOException {
        byte[] bytes = zip(ZipEntry.STORED, "a.npy", ARRAY);
        bytes[30 + "a.npy".length() + ARRAY.length - 1] ^= 1;
        refused(bytes).hasMessageContaining("member “a”")
                .hasMessageContaining("wrong checksum")
                .hasMessageContaining("Copy or export the file again");
    }

    @Test
    void aTruncatedArchive() throws IOException {
        byte[] bytes = zip(ZipEntry.DEFLATED, "a.npy", ARRAY);
        for (int length = 0; length < bytes.length; length++) {
            refused(Arrays.copyOf(bytes, length)).hasMessageContaining("damaged or is no zip archive");
        }
    }

    @Test
    void arraysOfAnotherLength() throws IOException {
        byte[] labels = NpyBytes.of(NpyBytes.header("|i1", false, 2), new byte[2]);
        Path file = write(zip(ZipEntry.STORED, "v.npy", ARRAY, "label.npy", labels));
        VectorChoice choice = new VectorChoice("v", null, null, List.of("label"), "label");

        assertThat(VectorFiles.preview(file, Progress.NONE).proposed())
                .isEqualTo(new VectorChoice("v", null, null, List.of(), null));
        assertThatThrownBy(() -> VectorFiles.documents(file, choice, Progress.NONE)).isInstanceOf(Problem.class)
                .hasMessageContaining("member “label”: the array has 2 entries, but there are 3 vectors");
        assertThatThrownBy(() -> VectorFiles.relevance(file, choice, Progress.NONE)).isInstanceOf(Problem.class)
                .hasMessageContaining("but there are 3 vectors");
    }

    @Test
    void textsThatAreNoTexts() throws IOException {
        byte[] texts = NpyBytes.of(NpyBytes.header("|S2", false, 3), new byte[]{'a', 0, 'b', (byte) 0xff, 'c', 'c'});
        Path file = write(zip(ZipEntry.STORED, "v.npy", ARRAY, "text.npy", texts));
        VectorChoice choice = new VectorChoice("v", "text", null, List.of(), null);

        assertThatThrownBy(() -> VectorFiles.documents(file, choice, Progress.NONE)).isInstanceOf(Problem.class)
                .hasMessageContaining("member “text”, row 2: the text is not valid UTF-8")
                .hasMessageContaining("array.astype(str)");
    }

    @Test
    void anArchiveOfOtherThings() throws IOException {
        refused(zip(ZipEntry.DEFLATED, "readme.txt", new byte[9]))
                .hasMessageContaining("member “readme.txt”: the member is not an array (.npy)");
        refused(zip(ZipEntry.DEFLATED)).hasMessageContaining("the file holds no vectors");
    }

    private static byte[] zip(int method, Object... namesAndBytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < namesAndBytes.length; i += 2) {
                byte[] bytes = (byte[]) namesAndBytes[i + 1];
                ZipEntry entry = new ZipEntry((String) namesAndBytes[i]);
                entry.setMethod(method);
                if (method == ZipEntry.STORED) {
                    CRC32 checksum = new CRC32();
                    checksum.update(bytes);
                    entry.setSize(bytes.length);
                    entry.setCrc(checksum.getValue());
                }
                zip.putNextEntry(entry);
                zip.write(bytes);
            }
        }
        return out.toByteArray();
    }

    private static int find(byte[] bytes, String hex) {
        int at = HexFormat.of().formatHex(bytes).indexOf(hex);
        assertThat(at).isGreaterThanOrEqualTo(0).matches(place -> place % 2 == 0);
        return at / 2;
    }

    private static byte[] replace(byte[] bytes, String from, String to) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return text.replace(from, to).getBytes(StandardCharsets.ISO_8859_1);
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("a.npz"), bytes);
    }

    private AbstractThrowableAssert<?, ?> refused(byte[] bytes) throws IOException {
        Path file = write(bytes);
        return assertThatThrownBy(() -> VectorReads.all(file)).isInstanceOf(Problem.class)
                .hasMessageContaining(file.toString());
    }
}
