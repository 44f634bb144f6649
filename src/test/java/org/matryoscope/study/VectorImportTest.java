package org.matryoscope.study;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;
import org.matryoscope.corpus.Corpus;
import org.matryoscope.corpus.Document;
import org.matryoscope.corpus.NumberedDocuments;
import org.matryoscope.corpus.vectors.VectorChoice;
import org.matryoscope.corpus.vectors.VectorFiles;
import org.matryoscope.vector.ExcludedRow;
import org.matryoscope.vector.NumberFormat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

/** Files of vectors become stores in the cache, whole or not at all, and once only. */
class VectorImportTest {
    private static final int ROWS = 300;
    private static final int DIMENSION = 12;
    private static final long LIMIT = 1_000_000_000;

    @TempDir
    Path folder = Path.of("");

    private Path file = Path.of("");
    private float[][] vectors = {};

    @BeforeEach
    void write() throws IOException {
        vectors = random(ROWS, DIMENSION, 7);
        file = folder.resolve("rows.fvecs");
        write(file, vectors);
    }

    private static float[][] random(int rows, int dimension, long seed) {
        Random random = new Random(seed);
        float[][] vectors = new float[rows][dimension];
        for (float[] vector : vectors) {
            for (int i = 0; i < dimension; i++) {
                vector[i] = (float) random.nextGaussian();
            }
        }
        return vectors;
    }

    private static void write(Path file, float[]... rows) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(rows.length * (rows[0].length + 1) * Float.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN);
        for (float[] row : rows) {
            bytes.putInt(row.length);
            for (float entry : row) {
                bytes.putFloat(entry);
            }
        }
        Files.write(file, bytes.array());
    }

    private VectorImport imports() {
        return new VectorImport(folder.resolve("cache"), LIMIT);
    }

    private ImportRequest request(NumberFormat format) {
        return new ImportRequest(file, new VectorChoice("", null, null, List.of(), null), format);
    }

    private List<Path> kept() throws IOException {
        Path cache = folder.resolve("cache").resolve("vectors");
        if (!Files.isDirectory(cache)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(cache)) {
            return files.toList();
        }
    }

    private static Corpus corpus(int size) {
        return new Corpus("texts", "", List.of(),
                IntStream.range(0, size).mapToObj(row -> new Document("t" + row, "text " + row, List.of())).toList(),
                List.of());
    }

    private static double cosine(float[] x, float[] y) {
        double dot = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < x.length; i++) {
            dot += (double) x[i] * y[i];
            xx += (double) x[i] * x[i];
            yy += (double) y[i] * y[i];
        }
        return dot / Math.sqrt(xx * yy);
    }

    @ParameterizedTest
    @EnumSource(value = NumberFormat.class, names = "BINARY", mode = EnumSource.Mode.EXCLUDE)
    void keepsTheVectorsInAnyFormat(NumberFormat format) {
        EmbeddedCorpus opened = imports().open(request(format), Progress.NONE);
        assertThat(opened.corpus().documents()).isEqualTo(new NumberedDocuments(ROWS));
        assertThat(opened.corpus().hasTexts()).isFalse();
        assertThat(opened.origin().name()).isEqualTo("rows.fvecs");
        assertThat(opened.origin().dimension()).isEqualTo(DIMENSION);
        assertThat(opened.store().rows()).isEqualTo(ROWS);
        for (int row = 0; row < ROWS; row++) {
            assertThat(cosine(opened.store().row(row), vectors[row])).isCloseTo(1, within(1e-3));
        }
        opened.store().close();
    }

    @Test
    void opensAgainWithoutReadingTheFile() throws IOException {
        imports().open(request(NumberFormat.FLOAT32), Progress.NONE).store().close();
        FileTime changed = Files.getLastModifiedTime(file);
        Files.write(file, new byte[(int) Files.size(file)]);
        Files.setLastModifiedTime(file, changed);
        EmbeddedCorpus again = imports().open(request(NumberFormat.FLOAT32), Progress.NONE);
        assertThat(cosine(again.store().row(17), vectors[17])).isCloseTo(1, within(1e-6));
        assertThat(kept()).hasSize(1);
        again.store().close();
    }

    @Test
    void importsAnewWhatHasChanged() throws IOException {
        imports().open(request(NumberFormat.FLOAT32), Progress.NONE).store().close();
        float[][] other = random(ROWS + 1, DIMENSION, 8);
        write(file, other);
        EmbeddedCorpus again = imports().open(request(NumberFormat.FLOAT32), Progress.NONE);
        assertThat(again.store().rows()).isEqualTo(ROWS + 1);
        assertThat(cosine(again.store().row(17), other[17])).isCloseTo(1, within(1e-6));
        again.store().close();
    }

    @Test
    void leavesNothingBehindWhenCancelled() throws IOException {
        Progress cancelling = (done, total) -> {
            if (done > 0) {
                throw new CancellationException();
            }
        };
        assertThatThrownBy(() -> imports().open(request(NumberFormat.INT8), cancelling))
                .isInstanceOf(CancellationException.class);
        assertThat(kept()).isEmpty();
    }

    @Test
    void saysThatTheDiskIsFullBeforeItWrites() throws IOException {
        VectorImport full = new VectorImport(folder.resolve("cache"), LIMIT, disk -> 1000);
        assertThatThrownBy(() -> full.open(request(NumberFormat.FLOAT32), Progress.NONE)).isInstanceOf(Problem.class)
                .hasMessageContaining("the disk has 1,000 bytes left, and the vectors take 19,456 bytes");
        assertThat(kept()).isEmpty();
    }

    @Test
    void givesUpWhatWasUsedLongestAgo() throws IOException {
        long twoStores = 2 * 19_456 + 10_000;
        VectorImport small = new VectorImport(folder.resolve("cache"), twoStores);
        small.open(request(NumberFormat.FLOAT32), Progress.NONE).store().close();
        Path first = kept().getFirst();
        file = folder.resolve("second.fvecs");
        write(file, random(ROWS, DIMENSION, 9));
        small.open(request(NumberFormat.FLOAT32), Progress.NONE).store().close();
        Path second = kept().stream().filter(each -> !each.equals(first)).findFirst().orElseThrow();
        Files.setLastModifiedTime(second, FileTime.from(Instant.EPOCH));
        file = folder.resolve("third.fvecs");
        write(file, random(ROWS, DIMENSION, 10));
        small.open(request(NumberFormat.FLOAT32), Progress.NONE).store().close();
        assertThat(kept()).hasSize(2).contains(first).doesNotContain(second);
    }

    @Test
    void belongsToTextsOfTheSameNumberOnly() throws IOException {
        Corpus texts = corpus(ROWS);
        EmbeddedCorpus opened = imports().open(request(NumberFormat.FLOAT32), texts, Progress.NONE);
        assertThat(opened.corpus()).isSameAs(texts);
        opened.store().close();
        file = folder.resolve("other.fvecs");
        write(file, random(ROWS - 1, DIMENSION, 11));
        assertThatThrownBy(() -> imports().open(request(NumberFormat.FLOAT32), texts, Progress.NONE))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("it has 299 rows, and “texts” has 300 texts");
        assertThat(kept()).as("the file that does not fit is not imported").hasSize(1);
    }

    @Test
    void listsRowsWithoutADirectionAndRefusesAFileOfNothingElse() throws IOException {
        vectors[5] = new float[DIMENSION];
        vectors[6][3] = Float.NaN;
        write(file, vectors);
        EmbeddedCorpus opened = imports().open(request(NumberFormat.FLOAT32), Progress.NONE);
        assertThat(opened.store().excluded()).extracting(row -> row.row()).containsExactly(5, 6);
        opened.store().close();
        write(file, new float[3], new float[3]);
        assertThatThrownBy(() -> imports().open(request(NumberFormat.FLOAT32), Progress.NONE))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("no row can be compared");
    }

    @Test
    void importsAnewWhereTheCacheIsDamaged() throws IOException {
        imports().open(request(NumberFormat.FLOAT32), Progress.NONE).store().close();
        Files.write(kept().getFirst(), new byte[]{1, 2, 3});
        EmbeddedCorpus again = imports().open(request(NumberFormat.FLOAT32), Progress.NONE);
        assertThat(cosine(again.store().row(0), vectors[0])).isCloseTo(1, within(1e-6));
        again.store().close();
    }

    /** Writes an object of name → vector; each vector has a 1 in the place that its name says. */
    private ImportRequest named(String name, String... names) throws IOException {
        String json = Stream.of(names)
                .map(each -> "\"" + each + "\": "
                        + IntStream.range(0, 3).mapToObj(i -> each.endsWith("" + i) ? "1" : "0").toList())
                .collect(Collectors.joining(", ", "{", "}"));
        Path written = Files.writeString(folder.resolve(name), json);
        return new ImportRequest(written, VectorFiles.preview(written, Progress.NONE).proposed(), NumberFormat.FLOAT32);
    }

    @Test
    void putsTheRowsOfASecondFileInTheOrderOfTheFirst() throws IOException {
        EmbeddedCorpus first = imports().open(named("first.json", "a0", "b1", "c2"), Progress.NONE);
        assertThat(first.corpus().documents()).extracting(Document::text).containsExactly("a0", "b1", "c2");
        ImportRequest second = named("second.json", "c2", "a0", "b1");
        for (int time = 0; time < 2; time++) {
            EmbeddedCorpus opened = imports().open(second, first.corpus(), Progress.NONE);
            for (int row = 0; row < 3; row++) {
                assertThat(opened.store().row(row)).containsExactly(first.store().row(row));
            }
            opened.store().close();
        }
        assertThatThrownBy(() -> imports().open(named("third.json", "a0", "b1", "x2"), first.corpus(), Progress.NONE))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("has no text with the id “x2”");
        first.store().close();
    }

    @Test
    void opensTextsAgainWithoutReadingTheFile() throws IOException {
        ImportRequest request = named("texts.json", "a0", "b1");
        imports().open(request, Progress.NONE).store().close();
        FileTime changed = Files.getLastModifiedTime(request.file());
        Files.write(request.file(), new byte[(int) Files.size(request.file())]);
        Files.setLastModifiedTime(request.file(), changed);
        EmbeddedCorpus again = imports().open(request, Progress.NONE);
        assertThat(again.corpus().documents()).extracting(Document::text).containsExactly("a0", "b1");
        again.store().close();
    }

    @Test
    void keepsDocumentsBesideTheVectors() throws IOException {
        Path kept = folder.resolve("d.documents");
        DocumentFile.Content content = new DocumentFile.Content(
                List.of(new Document("a", "Grüße 🪆", List.of("x", "")), new Document("b", "", List.of("x", "y"))),
                new float[]{0, 2});
        DocumentFile.write(kept, content, Progress.NONE);
        DocumentFile.Content read = DocumentFile.read(kept, Progress.NONE);
        assertThat(read.documents()).isEqualTo(content.documents());
        assertThat(read.relevance()).containsExactly(0, 2);
    }

    @Test
    void rowsWithoutAVectorAreNamed() throws IOException {
        Path written = Files.writeString(folder.resolve("gaps.jsonl"),
                "{\"id\":\"a\",\"e\":[1,0]}\n{\"id\":\"b\",\"e\":null}\n{\"id\":\"c\",\"e\":[NaN,1]}\n{\"id\":\"d\"}\n");
        VectorChoice choice = VectorFiles.preview(written, Progress.NONE).proposed();
        EmbeddedCorpus opened = imports().open(new ImportRequest(written, choice, NumberFormat.FLOAT32), Progress.NONE);
        assertThat(opened.corpus().documents()).hasSize(4);
        assertThat(opened.store().excluded()).containsExactly(new ExcludedRow(1, "the file has no vector for it"),
                new ExcludedRow(2, "NaN at dimension 1"), new ExcludedRow(3, "the file has no vector for it"));
        opened.store().close();
        VectorChoice strict = choice.with(choice.reading().requiringVectors());
        assertThatThrownBy(
                () -> imports().open(new ImportRequest(written, strict, NumberFormat.FLOAT32), Progress.NONE))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("line 2, “e”: there is null where a vector should be");
    }

    @Test
    void textsOfAFileBesideTheVectorsBelongToTheRows() throws IOException {
        Path written = Files.writeString(folder.resolve("tensors.tsv"), "1.0\t0.5\n0.5\t1.0\n");
        Path texts = Files.writeString(folder.resolve("metadata.tsv"), "a first text\na second text\n");
        VectorChoice choice = VectorFiles.preview(written, Progress.NONE).proposed();
        EmbeddedCorpus opened = imports().open(new ImportRequest(written, choice, NumberFormat.FLOAT32, texts),
                Progress.NONE);
        assertThat(opened.corpus().documents()).extracting(Document::text)
                .containsExactly("a first text", "a second text");
        opened.store().close();
        Files.writeString(texts, "only one\n");
        assertThatThrownBy(
                () -> imports().open(new ImportRequest(written, choice, NumberFormat.FLOAT32, texts), Progress.NONE))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("it has 2 rows");
    }
}
