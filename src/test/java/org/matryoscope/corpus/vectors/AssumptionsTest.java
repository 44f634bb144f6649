package org.matryoscope.corpus.vectors;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;
import org.matryoscope.corpus.Document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

/** Tables that do not say how they are written are read whole, and what was assumed of them is said. */
class AssumptionsTest {
    private static final int ROWS = 40;
    private static final int DIMENSION = 12;

    @TempDir
    Path folder;

    private final float[][] vectors = new float[ROWS][DIMENSION];

    @BeforeEach
    void draw() {
        Random random = new Random(3);
        for (float[] vector : vectors) {
            for (int i = 0; i < DIMENSION; i++) {
                vector[i] = (float) random.nextGaussian();
            }
        }
    }

    private String numbers(int row, String format, String separator) {
        return IntStream.range(0, DIMENSION)
                .mapToObj(i -> String.format(Locale.ROOT, format, vectors[row][i]))
                .collect(Collectors.joining(separator));
    }

    private Path write(String name, String head, IntFunction<String> row) throws IOException {
        return Files.writeString(folder.resolve(name),
                head + IntStream.range(0, ROWS).mapToObj(row).collect(Collectors.joining("\n", "", "\n")));
    }

    private VectorPreview preview(Path file) {
        return VectorFiles.preview(file, Progress.NONE);
    }

    private void assertAllRows(Path file, double within) {
        float[][] read = VectorReads.all(file);
        assertThat(read).hasDimensions(ROWS, DIMENSION);
        for (int row = 0; row < ROWS; row++) {
            for (int i = 0; i < DIMENSION; i++) {
                assertThat((double) read[row][i]).isCloseTo(vectors[row][i], offset(within));
            }
        }
    }

    /** numpy.savetxt writes exponents and no names. */
    @ParameterizedTest
    @CsvSource({"a.csv, ','", "a.tsv, '\t'", "a.csv, ;", "a.csv, |"})
    void aTableOfNumbersWithoutNamesKeepsItsFirstRow(String name, String separator) throws IOException {
        Path file = write(name, "", row -> numbers(row, "%.18e", separator));
        assertAllRows(file, 0);
        assertThat(preview(file).assumed()).contains("there is no row of column names")
                .anyMatch(each -> each.startsWith("cells are parted by "));
        assertThat(preview(file).proposed().reading()).isEqualTo(new Reading(separator.charAt(0), false, null, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.tsv", "a.csv", "a.txt.csv"})
    void commasInAListPartNoCells(String name) throws IOException {
        Path file = write(name, "", row -> row + "\ttext number " + row + "\t[" + numbers(row, "%.6g", ",") + "]");
        assertAllRows(file, 1e-5);
        VectorChoice choice = preview(file).proposed();
        assertThat(choice.text()).isEqualTo("column 2");
        assertThat(choice.id()).isEqualTo("column 1");
        assertThat(VectorFiles.documents(file, choice, Progress.NONE)).hasSize(ROWS)
                .endsWith(new Document("39", "text number 39", List.of()));
    }

    @ParameterizedTest
    @CsvSource({"[, ]", "(, )", "{, }"})
    void aListIsOneCellAlsoWhereCommasPartCells(String open, String close) throws IOException {
        Path file = write("a.csv", "id,e,name\n",
                row -> row + "," + open + numbers(row, "%.6g", ",") + close + ",text " + row);
        assertAllRows(file, 1e-5);
        assertThat(preview(file).fields()).extracting(VectorField::name).containsExactlyInAnyOrder("id", "e", "name");
    }

    @Test
    void separatorsInQuotesPartNoCells() throws IOException {
        Path file = write("a.csv", "",
                row -> "\"first; second; third; " + row + "; fifth\"," + numbers(row, "%.6g", ","));
        assertAllRows(file, 1e-5);
        assertThat(preview(file).proposed().reading().separator()).isEqualTo(',');
    }

    @Test
    void commasInNumbersPartNoCells() throws IOException {
        Path file = write("a.csv", "", row -> numbers(row, "%.6f", ";").replace('.', ','));
        assertAllRows(file, 1e-5);
        assertThat(preview(file).proposed().reading().separator()).isEqualTo(';');
    }

    @Test
    void numbersOverNumbersAreNoNamesEvenWhereTheyCountUpAtTheEnd() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "7,9,1,2,3\n8,8,4,6,1\n5,5,5,5,5\n");
        assertThat(VectorReads.all(file))
                .isDeepEqualTo(new float[][]{{7, 9, 1, 2, 3}, {8, 8, 4, 6, 1}, {5, 5, 5, 5, 5}});
        Files.writeString(file, "n/a,0.5,0.25\n0.5,0.5,0.5\n1,2,3\n");
        assertThatThrownBy(() -> preview(file)).isInstanceOf(Problem.class)
                .hasMessageContaining("line 1, “column 1 … column 3”: element 1 is “n/a”");
    }

    @Test
    void countedNamesOverNumbersAreNames() throws IOException {
        String counted = IntStream.range(0, DIMENSION).mapToObj(Integer::toString).collect(Collectors.joining(","));
        assertAllRows(write("a.csv", counted + "\n", row -> numbers(row, "%.9g", ",")), 1e-7);
        assertAllRows(write("b.csv", "," + counted + "\n", row -> row + "," + numbers(row, "%.9g", ",")), 1e-7);
    }

    @Test
    void aNumberBeforeEachRowIsItsIdAndNoEntry() throws IOException {
        Path file = write("a.csv", "", row -> row + "," + numbers(row, "%.9g", ","));
        assertAllRows(file, 1e-7);
        assertThat(preview(file).proposed().id()).isEqualTo("column 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"# made by x\n", "# made by x\n# on a Monday\n", "#\n"})
    void linesThatBeginWithAHashBeforeTheTableAreComments(String comments) throws IOException {
        String names = IntStream.range(0, DIMENSION).mapToObj(i -> "d" + i).collect(Collectors.joining(","));
        Path file = write("a.csv", comments + names + "\n", row -> numbers(row, "%.9g", ","));
        assertAllRows(file, 1e-7);
        assertThat(preview(file).proposed().vectors()).isEqualTo("d0 … d11");
        assertThat(preview(file).assumed()).anyMatch(each -> each.contains("begin"));
        assertAllRows(write("a.csv", "# " + names + "\n", row -> numbers(row, "%.9g", ",")), 1e-7);
        assertThat(preview(file).proposed().vectors()).isEqualTo("d0 … d11");
    }

    @Test
    void rowsThatBeginWithAHashAreRows() throws IOException {
        Path file = write("a.csv", "", row -> "#tag" + row + "," + numbers(row, "%.9g", ","));
        assertAllRows(file, 1e-7);
        assertThat(preview(file).firstRows().getFirst()).contains("#tag0");
    }

    @Test
    void whatIsKnownIsNotGuessed() throws IOException {
        Path file = write("a.csv", "", row -> numbers(row, "%.9g", ","));
        Reading known = new Reading(',', true, null, false);
        VectorPreview preview = VectorFiles.preview(file, known, Progress.NONE);
        assertThat(preview.assumed()).isEmpty();
        assertThat(preview.proposed().reading()).isEqualTo(known);
        assertThat(VectorReads.all(file, preview.proposed())).hasDimensions(ROWS - 1, DIMENSION);
    }

    @Test
    void rowsWithoutAVectorBeforeTheFirstAreSeenThrough() throws IOException {
        Path file = Files.writeString(folder.resolve("a.jsonl"),
                "{\"t\":\"x\",\"e\":null}\n".repeat(100) + "{\"t\":\"y\",\"e\":[1,2]}\n");
        VectorPreview preview = preview(file);
        assertThat(preview.proposed().vectors()).isEqualTo("e");
        assertThat(preview.firstRows()).hasSize(VectorPreview.ROWS);
        assertThat(VectorReads.all(file)[100]).containsExactly(1, 2);
        assertThat(DoubleStream.of(VectorReads.all(file)[0][0])).containsOnly(Double.NaN);
    }

    @Test
    void aProjectorsTextsAreFoundBesideItsVectors() throws IOException {
        Path vectors = write("tensors.tsv", "", row -> numbers(row, "%.9g", "\t"));
        assertThat(CompanionTexts.of(vectors)).isEmpty();
        Path texts = write("metadata.tsv", "", row -> "text number " + row);
        assertThat(CompanionTexts.of(vectors)).contains(texts);
        assertThat(CompanionTexts.of(texts)).isEmpty();
    }

    @Test
    void aSeparatorThatIsNamedMakesATableOfALineOfWords() throws IOException {
        Path file = write("a.txt", "", row -> row + " " + numbers(row, "%.9g", " "));
        assertThat(preview(file).fields()).extracting(VectorField::name).containsExactlyInAnyOrder("word", "vector");
        VectorPreview preview = VectorFiles.preview(file, Reading.GUESSED.withSeparator(' '), Progress.NONE);
        assertThat(preview.proposed().vectors()).isEqualTo("column 2 … column 13");
        assertThat(VectorReads.all(file, preview.proposed())).isDeepEqualTo(VectorReads.all(file));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', value = {"a.txt # 3 2~x 1 2~y 3 4 # says that 3 words follow, but there are 2",
            "a.vec # 1 2~x 1 2~y 3 4 # says that 1 words follow, but there are 2",
            "a.vec # 2 2~x 1 2~y 3 z # its lines are not a word and as many numbers each"})
    void wordVectorsThatAreNotWhatTheirFirstLineSays(String name, String content, String message) throws IOException {
        Path file = Files.writeString(folder.resolve(name), content.replace('~', '\n'));
        assertThatThrownBy(() -> VectorReads.all(file)).isInstanceOf(Problem.class)
                .hasMessageContaining(name)
                .hasMessageContaining(message);
    }
}
