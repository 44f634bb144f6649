package org.matryoscope.corpus.vectors;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What is said of fvecs, bvecs and safetensors files that lie. */
class VecsAndTensorsBadInputTest {
    @TempDir
    Path folder;

    @Test
    void rowsOfDifferentLengths() throws IOException {
        // Two rows of 2 and 3 floats, and one of 1: as long as three rows of 2.
        refused("a.fvecs", ints(ByteOrder.LITTLE_ENDIAN, 2, 0, 0, 3, 0, 0, 0, 1, 0))
                .hasMessageContaining("a.fvecs, row 2: the row says that it has 3 entries, but the first one has 2")
                .hasMessageContaining("vectors of one length");
    }

    @Test
    void aCutOffRow() throws IOException {
        refused("a.fvecs", ints(ByteOrder.LITTLE_ENDIAN, 2, 0, 0, 2, 0)).hasMessageContaining("a.fvecs, row 2")
                .hasMessageContaining("rows of 2 entries take 12 bytes, and 8 bytes are left over")
                .hasMessageContaining("cut off");
        refused("a.bvecs", new byte[]{3, 0, 0, 0, 1, 2}).hasMessageContaining("a.bvecs, row 1")
                .hasMessageContaining("6 bytes are left over");
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "65537", "2147483647", "-2147483647"})
    void impossibleLengths(int length) throws IOException {
        refused("a.fvecs", ints(ByteOrder.LITTLE_ENDIAN, length, 0, 0))
                .hasMessageContaining("a.fvecs, row 1: the row says that it has " + length + " entries")
                .hasMessageContaining("1 to 65536 entries");
    }

    @Test
    void aWrongByteOrder() throws IOException {
        refused("a.fvecs", ints(ByteOrder.BIG_ENDIAN, 2, 0, 0))
                .hasMessageContaining("in the other byte order that is 2")
                .hasMessageContaining("little-endian");
    }

    @ParameterizedTest
    @CsvSource({"a.fvecs, 0", "a.fvecs, 3", "a.bvecs, 0"})
    void almostNothing(String name, int length) throws IOException {
        refused(name, new byte[length]).hasMessageContaining("the file is empty or cut off");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{'t':{'dtype':'F32','shape':[2,1],'data_offsets':[0,8]},'t':{'dtype':'F32','shape':[1,2],'data_offsets':[0,8]}}"
                    + "| its header cannot be understood",
            "{'t':{'dtype':'F32','shape':[3,1],'data_offsets':[0,12]}} | the file does not hold it",
            "{'t':{'dtype':'F32','shape':[2,2],'data_offsets':[0,8]}} | the file does not hold it",
            "{'t':{'dtype':'F32','shape':[9223372036854775807,4],'data_offsets':[0,8]}} | cannot be understood",
            "{'t':{'dtype':'F4','shape':[4,4],'data_offsets':[0,8]}} | which this app cannot read",
            "{'t':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}} | tensor “t”: the array has one axis, [2]",
            "{'t':{'dtype':'U8','shape':[2,2,2],'data_offsets':[0,8]}} | the array has 3 axes, [2, 2, 2]",
            "{'t':{'dtype':'F32','shape':[0,2],'data_offsets':[0,0]}} | the array is empty",
            "{} | the file holds no vectors", "[] | the file holds no vectors"})
    void tensorsThatAreNotThere(String header, String message) throws IOException {
        byte[] json = header.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        byte[] bytes = ByteBuffer.allocate(16 + json.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(json.length)
                .put(json)
                .array();
        refused("a.safetensors", bytes).hasMessageContaining(message);
    }

    @Test
    void onlyKnownNamesAreOpened() throws IOException {
        refused("a.txt", new byte[9]).hasMessageContaining("this kind of file is not known to hold vectors")
                .hasMessageContaining(".npy");
        assertThatThrownBy(() -> VectorFiles.preview(folder.resolve("gone.npy"), Progress.NONE))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("there is no such file");
        assertThat(List.of("a.npy", "A.NPZ", "b.safetensors", "c.fvecs", "d.bvecs")).map(Path::of)
                .allMatch(VectorFiles::isVectorFile);
        assertThat(List.of("a.txt", "npy", "a.npy.bak", "")).map(Path::of).noneMatch(VectorFiles::mayHoldVectors);
    }

    private static byte[] ints(ByteOrder order, int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Integer.BYTES).order(order);
        bytes.asIntBuffer().put(values);
        return bytes.array();
    }

    private AbstractThrowableAssert<?, ?> refused(String name, byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve(name), bytes);
        return assertThatThrownBy(() -> VectorReads.all(file)).isInstanceOf(Problem.class)
                .hasMessageContaining(file.toString());
    }
}
