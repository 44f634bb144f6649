package org.matryoscope.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.matryoscope.rotation.Rotation;
import org.matryoscope.rotation.RotationFile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** "cut" and "embed" from their arguments to the files they write. */
class CutCommandTest {
    @TempDir
    static Path cache;
    @TempDir
    Path folder;

    private static CliRun run(Object... args) {
        return CliRun.of(cache, Stream.of(args).map(Object::toString).toArray(String[]::new));
    }

    private Path vectors() throws IOException {
        return Files.writeString(folder.resolve("in.jsonl"), """
                {"id": "a", "text": "the first", "vector": [3, 4, 0]}
                {"id": "b", "text": "the second", "vector": [0, 0, 1]}
                {"id": "c", "text": "the third", "vector": [0, 0, 0]}
                {"id": "d", "text": "the fourth", "vector": [0, -2, 5]}
                """);
    }

    @Test
    void cutsNormalisesAndKeepsIdsAndTexts() throws IOException {
        Path out = folder.resolve("out.jsonl");
        CliRun run = run("cut", "--vectors", vectors(), "--dims", 2, "--out", out);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out().strip()).isEqualTo(out + ": 4 vectors of 2 dimensions, float32");
        JsonNode[] lines = Files.readAllLines(out).stream().map(new JsonMapper()::readTree).toArray(JsonNode[]::new);
        assertThat(lines).hasSize(4);
        assertThat(lines[0].get("id").asString()).isEqualTo("a");
        assertThat(lines[0].get("text").asString()).isEqualTo("the first");
        assertThat(lines[0].get("vector").get(0).asDouble()).isCloseTo(0.6, within(1e-6));
        assertThat(lines[0].get("vector").get(1).asDouble()).isCloseTo(0.8, within(1e-6));
        assertThat(lines[3].get("vector").get(1).asDouble()).isCloseTo(-1, within(1e-6));
    }

    @Test
    void saysWhichRowsAreZerosAndThatTextsAreLeftOut() throws IOException {
        CliRun run = run("cut", "--vectors", vectors(), "--dims", 2, "--out", folder.resolve("out.fvecs"));
        assertThat(run.err()).contains("2 of 4 rows have no direction and were written as zeros: 1 (“b”), 2 (“c”)")
                .contains("out.fvecs holds numbers only; .parquet and .jsonl files hold ids and texts");
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(folder.resolve("out.fvecs")))
                .order(ByteOrder.LITTLE_ENDIAN);
        assertThat(bytes.capacity()).isEqualTo(4 * 12);
        assertThat(bytes.getFloat(16)).isZero();
    }

    @Test
    void rotatesBeforeTheCut() throws IOException {
        Rotation rotation = Rotation.shuffled(3, 5);
        Path file = folder.resolve("rotation.safetensors");
        RotationFile.save(rotation, file);
        Path out = folder.resolve("out.fvecs");
        CliRun run = run("cut", "--vectors", vectors(), "--dims", 3, "--rotation", file, "--out", out);
        assertThat(run.code()).as(run.err()).isZero();
        float[] image = rotation.apply(new float[]{0.6f, 0.8f, 0});
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(out)).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < image.length; i++) {
            assertThat(bytes.getFloat(4 + 4 * i)).isCloseTo(image[i], within(1e-6f));
        }
    }

    @Test
    void whatAModelEmbedsIsRankedTheSameFromItsFile() {
        Path out = folder.resolve("lesson.parquet");
        CliRun embedded = run("embed", "--corpus", "lesson", "--out", out);
        assertThat(embedded.code()).as(embedded.err()).isZero();
        assertThat(embedded.err()).isEmpty();
        assertThat(ranking("--vectors", out)).isEqualTo(ranking("--corpus", "lesson"));
    }

    private static Object ranking(Object option, Object value) {
        CliRun run = run("scores", option, value, "--query-row", 3, "--dims", 384, "--json");
        assertThat(run.code()).as(run.err()).isZero();
        return new JsonMapper().readTree(run.out()).get("prefixes").get(0).get("ranking").findValuesAsString("text");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cut --dims 0 --out a.npy                      | 2 | choose 1 to 3
            cut --dims 4 --out a.npy                      | 2 | choose 1 to 3
            cut --out a.npy                               | 2 | --dims
            cut --dims 2                                  | 2 | --out
            cut --dims 2 --out a.txt                      | 1 | a.txt: vectors are not written to files of this kind
            cut --dims 2 --out a.fvecs --format int8      | 1 | .fvecs files do not hold int8 vectors
            cut --dims 2 --out a.jsonl --format binary    | 1 | .jsonl files do not hold binary vectors
            cut --dims 2 --out nowhere/a.npy              | 1 | the vectors cannot be written
            cut --dims 2 --out a.npy --rotation none.safetensors | 1 | none.safetensors
            """)
    void whatCannotBeDoneIsOneLineAndLeavesNoFile(String args, int code, String message) throws IOException {
        Path in = vectors();
        CliRun run = run(Stream.concat(Stream.of(args.split(" "))
                .map(word -> word.startsWith("a.") || word.startsWith("n") ? folder.resolve(word).toString() : word),
                Stream.of("--vectors", in.toString())).toArray());
        assertThat(run.code()).as(run.err()).isEqualTo(code);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines().filter(line -> !line.contains("note:") && !line.contains("warning:")))
                .singleElement()
                .asString()
                .contains(message);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(in);
        }
    }
}
