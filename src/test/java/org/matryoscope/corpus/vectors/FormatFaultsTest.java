package org.matryoscope.corpus.vectors;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What is said of binary and compressed files that are cut off, damaged or not what they seem, and of folders. */
class FormatFaultsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '#', value = {"floats.fbin # say that it holds 6 vectors of 9 numbers # cut off",
            "plain.arrow # the file has no end # cut off", "stream.arrow # cannot be read as an Arrow file # export",
            "chunked.h5 # the chunk of row 5 # export", "blobs.sqlite # as an SQLite database # copy the file again",
            "word2vec.bin # word 6 of 6: the file ends # export", "lists.csv.gz # the file ends before # export",
            "float.parquet.gz # the file ends before # export", "objects.json.zst # the file cannot be read # export",
            "array.npy.gz # the file ends before # export"})
    void filesThatAreCutOff(String name, String what, String remedy) throws IOException {
        byte[] right = Files.readAllBytes(TableFixtures.file(name));
        int kept = name.endsWith("sqlite") ? right.length - 600 : right.length - 20;
        Path file = Files.write(folder.resolve(name), Arrays.copyOf(right, kept));
        assertThatThrownBy(() -> VectorReads.all(file)).isInstanceOf(Problem.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(what)
                .hasMessageContaining(remedy);
    }

    @Test
    void somethingBehindTheLastWord() throws IOException {
        byte[] right = Files.readAllBytes(TableFixtures.file("word2vec.bin"));
        Path file = Files.write(folder.resolve("a.bin"), Arrays.copyOf(right, right.length + 5));
        assertThatThrownBy(() -> VectorReads.all(file)).isInstanceOf(Problem.class)
                .hasMessageContaining("says that 6 words follow, but something stands behind them");
    }

    @Test
    void anActionThatIsMissing() throws IOException {
        String document = "{\"e\":[1,2,3]}\n";
        Path file = Files.writeString(folder.resolve("a.ndjson"), "{\"index\":{}}\n" + document + document + document);
        assertThatThrownBy(() -> VectorFiles.preview(file, Progress.NONE)).isInstanceOf(Problem.class)
                .hasMessageContaining("a.ndjson, line 3")
                .hasMessageContaining("here there is none");
        Files.writeString(file, "{\"index\":{}}\n" + document + "{\"index\":{}}\n");
        assertThatThrownBy(() -> VectorFiles.preview(file, Progress.NONE)).isInstanceOf(Problem.class)
                .hasMessageContaining("the document of the last action is not there");
        // An object that only looks like an action has other keys.
        Files.writeString(file, "{\"index\":{\"e\":[1,2,3]}}\n{\"index\":{\"e\":[4,5,6]}}\n");
        assertThat(VectorReads.all(file)).isDeepEqualTo(new float[][]{{1, 2, 3}, {4, 5, 6}});
    }

    @Test
    void aListOfAnotherLengthBelongsToNoRow() throws IOException {
        Path file = Files.writeString(folder.resolve("a.json"),
                "{\"ids\":[\"x\",\"y\"],\"texts\":[\"a\"],\"embeddings\":[[1,2],[3,4]]}");
        VectorPreview preview = VectorFiles.preview(file, Progress.NONE);
        assertThat(preview.fields()).extracting(VectorField::name).containsExactly("ids", "embeddings");
        assertThat(preview.assumed()).contains("“texts” does not, since it has 1");
    }

    @Test
    void whatIsCompressedBeyondReasonIsNotReadOn() throws IOException {
        Path file = folder.resolve("a.csv.gz");
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            byte[] row = "0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0\n".repeat(32 << 10).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 100; i++) {
                out.write(row);
            }
        }
        assertThatThrownBy(() -> VectorFiles.preview(file, Progress.NONE)).isInstanceOf(Problem.class)
                .hasMessageContaining("more than 200 times its size comes out of it");
    }

    @Test
    void partsOfDifferentTablesAreNoTable() throws IOException {
        Files.copy(TableFixtures.file("float.parquet"), folder.resolve("part-1.parquet"));
        Files.copy(TableFixtures.file("spread.parquet"), folder.resolve("part-2.parquet"));
        assertThatThrownBy(() -> VectorFiles.preview(folder, Progress.NONE)).isInstanceOf(Problem.class)
                .hasMessageContaining("part-2.parquet")
                .hasMessageContaining("its columns are other ones than those of part-1.parquet");
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertThat(VectorFiles.mayHoldVectors(empty)).isFalse();
        assertThatThrownBy(() -> VectorFiles.preview(empty, Progress.NONE)).isInstanceOf(Problem.class)
                .hasMessageContaining("there is no Parquet file in the folder");
    }

    @Test
    void partsWithAndWithoutVectorsAreCountedTogether() throws IOException {
        Files.copy(TableFixtures.file("float.parquet"), folder.resolve("part-9.parquet"));
        Files.copy(TableFixtures.file("null_vector.parquet"), folder.resolve("part-10.parquet"));
        VectorChoice choice = VectorFiles.preview(folder, Progress.NONE).proposed();
        try (VectorSource source = VectorFiles.open(folder, choice)) {
            assertThat(source.rows()).isEqualTo(12);
            source.read(Progress.NONE, (first, count, rows) -> {
            });
            assertThat(source.withoutVector().stream()).containsExactly(9);
        }
    }

    @Test
    void aCompressedFileIsReadAnewWhenItHasChanged() throws IOException {
        Path file = Files.copy(TableFixtures.file("float.parquet.gz"), folder.resolve("a.parquet.gz"));
        assertThat(VectorReads.all(file)).hasDimensions(6, 9);
        Files.copy(TableFixtures.file("float.parquet"), file, StandardCopyOption.REPLACE_EXISTING);
        assertThat(VectorReads.all(file)).hasDimensions(6, 9);
        String rows = IntStream.range(0, 3).mapToObj(i -> "{\"e\":[1,2]}").collect(Collectors.joining("\n"));
        Files.writeString(file, rows);
        assertThat(VectorReads.all(file)).hasDimensions(3, 2);
    }
}
