package org.matryoscope.corpus.vectors;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.matryoscope.base.Progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What is written is read again, for vectors of random shapes and random bits, in every way of writing. */
class TableRoundTripTest {
    private static final String BASE64 = "base64";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyFloatSurvives(int seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        int dimension = random.nextInt(1, 70);
        float[][] vectors = IntStream.range(0, random.nextInt(1, 90))
                .mapToObj(row -> vector(random, dimension))
                .toArray(float[][]::new);
        same(vectors, "a.json", rows(vectors, ",", v -> list(v, ", "), "[", "]"), "vector");
        same(vectors, "b.json", rows(vectors, ",\n", v -> "{\"e\": {\"x\": " + list(v, ",") + "}}", "[", "]"), "e.x");
        same(vectors, "c.jsonl", rows(vectors, "\n", v -> "{\"t\": \"[1]\", \"e\": " + list(v, ",") + "}", "", "\n"),
                "e");
        same(vectors, "d.jsonl", rows(vectors, "\r\n", v -> "{\"base64\": \"" + base64(v) + "\"}", "", ""), BASE64);
        same(vectors, "e.csv", rows(vectors, "\n", v -> "x,\"" + list(v, ",") + "\"", "t,e\n", ""), "e");
        same(vectors, "f.tsv", rows(vectors, "\n", v -> "x\t" + list(v, " "), "t\te\n", "\n"), "e");
        if (dimension > 1) {
            String names = IntStream.range(5, 5 + dimension).mapToObj(i -> "d" + i).collect(Collectors.joining(","));
            String spread = rows(vectors, "\n", v -> "x," + cells(v), "t," + names + "\n", "\n");
            same(vectors, "g.csv", spread, "d5 … d" + (4 + dimension));
        }
    }

    @Test
    void rowsOfSeveralBlocks() throws IOException {
        // 70 rows of 65,536 entries are more than the 4,194,304 of a block.
        String zeros = ",0".repeat(VectorFiles.MOST_DIMENSIONS - 1);
        String content = IntStream.range(0, 70)
                .mapToObj(row -> "[" + row + zeros + "]")
                .collect(Collectors.joining("\n"));
        float[][] read = TableFixtures.read(Files.writeString(folder.resolve("wide.jsonl"), content), "vector");
        assertThat(read).hasDimensions(70, VectorFiles.MOST_DIMENSIONS);
        assertThat(IntStream.range(0, 70)).allMatch(row -> read[row][0] == row && read[row][1] == 0);
    }

    @Test
    void everyPassCanBeCancelled() throws IOException {
        String content = IntStream.range(0, 20_000)
                .mapToObj(row -> "[" + row + ",1]")
                .collect(Collectors.joining("\n"));
        Path file = Files.writeString(folder.resolve("long.jsonl"), content);
        VectorChoice choice = new VectorChoice("vector", null, null, List.of(), null);
        Progress cancelled = (done, total) -> {
            throw new CancellationException();
        };
        assertThatThrownBy(() -> VectorFiles.open(file, choice, cancelled)).isInstanceOf(CancellationException.class);
        try (VectorSource source = VectorFiles.open(file, choice, Progress.NONE)) {
            assertThatThrownBy(() -> source.read(cancelled, (first, count, rowMajor) -> {
            })).isInstanceOf(CancellationException.class);
        }
        Path parquet = TableFixtures.file("float.parquet");
        VectorChoice embedding = new VectorChoice("embedding", null, null, List.of(), null);
        try (VectorSource source = VectorFiles.open(parquet, embedding, Progress.NONE)) {
            assertThatThrownBy(() -> source.read(cancelled, (first, count, rowMajor) -> {
            })).isInstanceOf(CancellationException.class);
        }
    }

    /** Any bits: tiny, large, subnormal and not finite numbers among them; the first one is finite, to be known as one. */
    private static float[] vector(SplittableRandom random, int dimension) {
        float[] vector = new float[dimension];
        for (int i = 0; i < dimension; i++) {
            float any = Float.intBitsToFloat(random.nextInt());
            vector[i] = random.nextInt(3) == 0 && !Float.isNaN(any) ? any : (float) random.nextGaussian();
        }
        vector[random.nextInt(dimension)] = Float.NaN;
        vector[0] = (float) random.nextGaussian();
        return vector;
    }

    private void same(float[][] expected, String name, String content, String field) throws IOException {
        Path file = Files.writeString(folder.resolve(name), content);
        float[][] read = TableFixtures.read(file, field);
        // A float's shortest decimal is its own; as texts, NaN equals NaN.
        assertThat(Arrays.deepToString(read)).describedAs(name).isEqualTo(Arrays.deepToString(expected));
        // Base64 of random bits is not proposed, since it looks like a hash; who chooses it gets it.
        if (!content.contains(BASE64)) {
            assertThat(VectorFiles.preview(file, Progress.NONE).fields()).extracting(VectorField::name)
                    .describedAs(name)
                    .contains(field);
        }
    }

    private static String rows(float[][] vectors, String separator, Function<float[], String> row, String before,
            String after) {
        return Stream.of(vectors).map(row).collect(Collectors.joining(separator, before, after));
    }

    private static String list(float[] vector, String separator) {
        return numbers(vector).collect(Collectors.joining(separator, "[", "]"));
    }

    private static String cells(float[] vector) {
        return numbers(vector).collect(Collectors.joining(","));
    }

    private static Stream<String> numbers(float[] vector) {
        return IntStream.range(0, vector.length).mapToObj(i -> Float.toString(vector[i]));
    }

    private static String base64(float[] vector) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * vector.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(vector);
        return Base64.getEncoder().encodeToString(bytes.array());
    }
}
