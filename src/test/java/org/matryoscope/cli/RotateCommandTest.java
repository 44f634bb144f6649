package org.matryoscope.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.matryoscope.rotation.Rotation;
import org.matryoscope.rotation.RotationFile;
import org.matryoscope.rotation.RotationKind;

import static org.assertj.core.api.Assertions.assertThat;

/** "rotate" from its arguments to the files it writes. */
class RotateCommandTest {
    private static final int DIMENSION = 16;
    private static final int ROWS = 300;
    private static final int LABELS = 6;

    @TempDir
    static Path cache;
    @TempDir
    Path folder;

    private static CliRun run(Object... args) {
        return CliRun.of(cache, Stream.of(args).map(Object::toString).toArray(String[]::new));
    }

    private Path vectors() throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        return Files.write(folder.resolve("in.jsonl"), IntStream.range(0, ROWS).mapToObj(row -> {
            String vector = IntStream.range(0, DIMENSION)
                    .mapToObj(i -> Double
                            .toString(random.nextDouble(-1, 1) + (i == DIMENSION - 1 - row % LABELS ? 1.5 : 0)))
                    .collect(Collectors.joining(", "));
            return "{\"id\": \"%d\", \"text\": \"text %d\", \"kind\": \"%s\", \"vector\": [%s]}".formatted(row, row,
                    "k" + row % LABELS, vector);
        }).toList());
    }

    private CliRun onVectors(Path out, Object... more) throws IOException {
        return run(Stream.concat(Stream.of("rotate", "--vectors", vectors(), "--label-keys", "kind", "--out", out),
                Stream.of(more)).toArray());
    }

    @Test
    void trainsAMapForStoredVectors() throws IOException {
        Path out = folder.resolve("r.safetensors");
        CliRun run = onVectors(out, "--fit", "lab", "--steps", 60, "--dims", "4,8,16");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("accuracy of kind")
                .contains("Of the texts, by their kind: ")
                .contains(out + ": adapter of 16 dimensions, made from ");
        Rotation map = RotationFile.load(out);
        assertThat(map.kind()).isEqualTo(RotationKind.TRAINED);
        assertThat(map.fittedRows()).isBetween(80, 160);
        assertThat(map.seed()).isEqualTo(1);
        CliRun cut = run("cut", "--vectors", vectors(), "--rotation", out, "--dims", 4, "--out",
                folder.resolve("cut.npy"));
        assertThat(cut.code()).as(cut.err()).isZero();
    }

    @Test
    void writesPrincipalAxesForNumpy() throws IOException {
        Path out = folder.resolve("r.npy");
        CliRun run = onVectors(out, "--fit", "pca");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("np.load(\"").contains("vectors, dtype=np.float32) @ rotation.T");
        byte[] bytes = Files.readAllBytes(out);
        assertThat(bytes.length).isEqualTo(128 + DIMENSION * DIMENSION * Float.BYTES);
        ByteBuffer entries = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).position(128);
        double length = 0;
        for (int i = 0; i < DIMENSION; i++) {
            double entry = entries.getFloat();
            length += entry * entry;
        }
        assertThat(length).isBetween(0.9999, 1.0001);
    }

    @Test
    void refusesAFolderForVectorsWithoutAModel() throws IOException {
        CliRun run = onVectors(folder.resolve("model"), "--fit", "pca");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--out: only a model that is a folder can be written as one");
    }

    @Test
    void saysWhatCannotBeLearnt() throws IOException {
        CliRun run = onVectors(folder.resolve("r.npy"), "--fit", "lab", "--learn", "queries");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("there are not four judged queries").contains("choose what else to learn from");
        assertThat(onVectors(folder.resolve("r.npy"), "--fit", "lab", "--learn", "wisdom").err())
                .contains("--learn: there is no “wisdom”");
    }

    @Test
    void givesAModelAway() throws IOException {
        Path texts = Files.write(
                folder.resolve("texts.csv"), Stream
                        .concat(Stream.of("text,kind"),
                                IntStream
                                        .range(0, 120)
                                        .mapToObj(i -> (i % 2 == 0 ? "a recipe with " : "a bridge of ") + i
                                                + (i % 2 == 0 ? " apples,food" : " stones,building")))
                        .toList());
        Path out = folder.resolve("mended");
        CliRun run = run("rotate", "--fit", "pca", "--corpus", texts, "--out", out);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(Files.readString(out.resolve("README.md"))).contains("| prefix | accuracy of kind, as it is |")
                .contains("figures of axes fitted on");
        CliRun opened = run("quality", "--model", out, "--corpus", "lesson", "--json");
        assertThat(opened.code()).as(opened.err()).isZero();
        assertThat(run("rotate", "--fit", "pca", "--corpus", texts, "--out", out).err()).contains(out.toString());
        CliRun inVain = run("rotate", "--fit", "lab", "--steps", 20, "--corpus", texts, "--out", out);
        assertThat(inVain.code()).isOne();
        assertThat(inVain.out()).as("what was found before the failure").contains("accuracy of kind");
    }
}
