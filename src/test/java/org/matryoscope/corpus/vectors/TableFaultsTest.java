package org.matryoscope.corpus.vectors;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What the readers say of tables that hold no right vectors: which file, which row or line, which field, what to do. */
class TableFaultsTest {
    private static final String LEAVE_OUT = "leave the row out of the file";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '#', value = {
            "a.json # [[1,2],[3,4],[5,6,7]] # row 3, “vector” # has 3 numbers, and the one in row 1 has 2 # of the same length",
            "a.json # {\"x\":[1,2],\"y\":[3]} # row 2 (“y”), “vector” # has 1 numbers, and the one in row 1 (“x”) has 2 # of the same length",
            "a.json # [[1,2],[3,null]] # row 2, “vector” # element 2 is null, not a number # Write a number there",
            "a.json # [[1,2],[3,\"4\"]] # row 2, “vector” # element 2 is “4”, not a number # Write a number there",
            "a.json # [[1,2],[3,[4]]] # row 2, “vector” # element 2 is a list, not a number # Write a number there",
            "a.json # {\"x\":[1,2],\"y\":[true,3]} # row 2 (“y”), “vector” # element 1 is “true”, not a number # Write a number there",
            "a.json # {\"x\":[1,2],\"y\":7} # row 2 (“y”), “vector” # a single value where a vector should be # Give every row a list",
            "a.jsonl # {\"e\":[1,2]}~~{\"e\":[1]} # line 3, “e” # has 1 numbers, and the one in line 1 has 2 # of the same length",
            "a.jsonl # {\"e\":[1,2]}~{\"e\":\"[3,x]\"} # line 2, “e” # element 2 is “x”, not a number # Write a number there",
            "a.csv # t,e~a,\"[1,2]\"~b,\"[3,,4]\" # line 3, “e” # element 2 is empty, not a number # Write a number there",
            "a.csv # t,e~a,\"[1,2]\"~b,hello # line 3, “e” # “hello” is not a list of numbers # Write a list of numbers such as [0.1",
            "a.csv # t,e~a,\"[1,2,3]\"~b,\"[1 ... 3]\" # line 3, “e” # the writer left numbers out: there is “...” after the first 1 # set_printoptions",
            "a.csv # t,d0,d1~a,1,2~b,3,x # line 3, “d0 … d1” # element 2 is “x” (column “d1”), not a number # Write a number there",
            "a.csv # t,d0,d1~a,1,2~b,,4 # line 3, “d0 … d1” # element 1 is empty (column “d0”), not a number # Write a number there",
            "a.csv # t,d0,d1~a,1,2~b,3 # line 3 # the row has 2 cells where the first has 3 # Give every row the same number of cells",
            "a.csv # t,e~a,\"[1,2]\"~b,\"[1,2,3]\" # line 3, “e” # has 3 numbers, and the one in line 2 has 2 # of the same length"})
    void rowsWithoutARightVector(String name, String content, String place, String what, String remedy)
            throws IOException {
        Path file = write(name, content.replace('~', '\n'));
        refused(() -> openProposedOfFirstRow(file), file, place).hasMessageContaining(what)
                .hasMessageContaining(remedy);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', value = {
            "a.json # {\"x\":[1,2],\"y\":null} # row 2 (“y”), “vector” # null where a vector should be # Give every row a vector",
            "a.json # {\"x\":[1,2],\"y\":{\"z\":1}} # row 2 (“y”) # there is no vector “vector” here # Give every row a vector",
            "a.json # [{\"e\":[1,2]},{\"t\":\"x\"}] # row 2 # there is no vector “e” here # Give every row a vector",
            "a.json # [{\"e\":[1,2]},{\"e\":[]}] # row 2, “e” # the list is empty # Give every row a vector",
            "a.csv # t,e~a,\"[1,2]\"~b, # line 3, “e” # there is no number here # Give every row a vector",
            "a.csv # t,d0,d1~a,1,2~b,, # line 3, “d0 … d1” # all cells are empty # Give every row a vector"})
    void rowsWithoutAVectorAreLeftOutOrRefusedAsWished(String name, String content, String place, String what,
            String remedy) throws IOException {
        Path file = write(name, content.replace('~', '\n'));
        VectorChoice choice = VectorFiles.preview(file, Progress.NONE).proposed();
        try (VectorSource source = VectorFiles.open(file, choice)) {
            assertThat(source.rows()).isEqualTo(2);
            float[] read = new float[2 * source.dimension()];
            source.read(Progress.NONE,
                    (first, count, rows) -> System.arraycopy(rows, 0, read, first * 2, count * source.dimension()));
            assertThat(read).containsExactly(1, 2, Float.NaN, Float.NaN);
            assertThat(source.withoutVector().stream()).containsExactly(1);
        }
        VectorChoice strict = choice.with(choice.reading().requiringVectors());
        refused(() -> VectorFiles.open(file, strict), file, place).hasMessageContaining(what)
                .hasMessageContaining(remedy);
    }

    /** Opens with the field that the first row alone would have proposed, as a user would who trusts the preview. */
    private void openProposedOfFirstRow(Path file) {
        String field = file.toString().endsWith("csv")
                ? read(file).contains("d0") ? "d0 … d1" : "e"
                : read(file).contains("\"e\"") ? "e" : "vector";
        TableFixtures.read(file, field);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', value = {"a.json # [[1,2],[3,4],[5,6,7]] # row 3, “vector”",
            "a.json # [{\"e\":[1,null]},{\"e\":[2,null]}] # row 1, “e”",
            "a.jsonl # {\"e\":[1,2]}~{\"e\":[1]} # line 2, “e”", "a.csv # t,e~a,\"[1,2]\"~b,\"[1,2,3]\" # line 3, “e”"})
    void aPreviewWithoutAnyRightFieldSaysWhatIsWrongWithTheFirst(String name, String content, String place)
            throws IOException {
        Path file = write(name, content.replace('~', '\n'));
        refused(() -> VectorFiles.preview(file, Progress.NONE), file, place);
    }

    @Test
    void aFaultyFieldIsLeftOutOfThePreviewWithANote() throws IOException {
        Path file = write("a.json", "[{\"e\":[1,2],\"f\":[1,2,3]},{\"e\":[1],\"f\":[4,5,6]}]");
        VectorPreview preview = VectorFiles.preview(file, Progress.NONE);
        assertThat(preview.proposed().vectors()).isEqualTo("f");
        assertThat(preview.fields()).extracting(VectorField::name).containsExactly("f");
        assertThat(preview.notes()).singleElement().asString().contains("row 2, “e”").contains("has 1 numbers");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', value = {
            "a.json # [[1,2],[3,4 # line 1, column 12 # ends in the middle of a value # cut off",
            "a.json # {\"x\":[1,2],~\"y\":[3,4] # line 2 # ends in the middle of a value # cut off",
            "a.jsonl # {\"e\":[1,2]}~{\"e\":[3 # line 2 # ends in the middle of a value # cut off",
            "a.json # [[1,2] [3,4]] # line 1, column 9 # not valid JSON (Unexpected character # Mend the file there",
            "a.json # [[1,2]]~[[3,4]] # line 2 # something follows where the JSON value has ended # call the file .jsonl",
            "a.json # [[1,2],[3,4.]] # line 1 # not valid JSON # Mend the file there",
            "a.json # \"text\" # a.json # no list of numbers was found # Choose a file with",
            "a.json # {\"a\":{\"b\":\"c\"}} # a.json # no list of numbers was found # Choose a file with",
            "a.json # [] # a.json # there is no row in it # at least one vector",
            "a.json # [\"a\",\"b\"] # a.json # holds no vectors # Choose a file with",
            "a.json # {\"a\":\"x\",~\"a\":[[1,2]]} # line 1 # the key “a” stands in the file more than once # Rename or remove",
            "a.json # {\"a\":{\"c\":1},\"a\":{\"b\":[[1,2]]}} # line 1 # the key “a.b” stands in the file more than once # Rename or remove",
            "a.json # {\"a\":7,\"a\":{\"b\":[[1,2]]}} # line 1 # the key “a.b” stands in the file more than once # Rename or remove",
            "a.csv # t,u~a,b~c,d # a.csv # holds no vectors # Choose a file with",
            "a.csv # t,\"u~a,b # line 1 # a quote is not closed # in quotes"})
    void malformedFiles(String name, String content, String place, String what, String remedy) throws IOException {
        Path file = write(name, content.replace('~', '\n'));
        refused(() -> {
            VectorPreview preview = VectorFiles.preview(file, Progress.NONE);
            TableFixtures.read(file, preview.proposed().vectors());
        }, file, place).hasMessageContaining(what).hasMessageContaining(remedy);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.json", "a.csv", "a.tsv"})
    void emptyFiles(String name) throws IOException {
        Path file = write(name, "");
        refused(() -> VectorFiles.preview(file, Progress.NONE), file, "").hasMessageContaining("the file is empty");
        write(name, " \n\n ");
        refused(() -> VectorFiles.preview(file, Progress.NONE), file, "").hasMessageContaining("the file is empty");
    }

    @Test
    void emptyFilesOfOtherKinds() throws IOException {
        Path lines = write("a.jsonl", "");
        refused(() -> VectorFiles.preview(lines, Progress.NONE), lines, "")
                .hasMessageContaining("there is no row in it");
        Path parquet = write("a.parquet", "");
        refused(() -> VectorFiles.preview(parquet, Progress.NONE), parquet, "").hasMessageContaining("too small");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.json", "a.jsonl", "a.csv"})
    void otherEncodings(String name) throws IOException {
        String text = name.endsWith("csv")
                ? "text,e\ncafé noir à Besançon,\"[1,2]\"\n"
                : "{\"text\":\"café noir à Besançon\",\n\"e\":[1,2]}";
        Path file = folder.resolve(name);
        Files.write(file, text.getBytes(StandardCharsets.ISO_8859_1));
        refused(() -> VectorFiles.preview(file, Progress.NONE), file, name.endsWith("csv") ? "line 2" : "line 1")
                .hasMessageContaining("not valid UTF-8")
                .hasMessageContaining("Save the file as UTF-8");
    }

    @Test
    void deepNesting() throws IOException {
        Path file = write("a.json", "[".repeat(100_000));
        refused(() -> VectorFiles.preview(file, Progress.NONE), file, "line 1")
                .hasMessageContaining("nested deeper than 64 levels");
        write("a.json", "{\"a\":".repeat(100_000));
        refused(() -> VectorFiles.preview(file, Progress.NONE), file, "line 1")
                .hasMessageContaining("nested deeper than 64 levels");
    }

    @Test
    void hugeNumbersAreInfiniteAndOverlongOnesRefused() throws IOException {
        Path file = write("a.json", "[[1e39, -1e400, 123456789012345678901234567890, 1e-400]]");
        assertThat(TableFixtures.read(file, "vector")[0]).containsExactly(Float.POSITIVE_INFINITY,
                Float.NEGATIVE_INFINITY, 1.2345679e29f, 0);
        write("a.json", "[[" + "9".repeat(2000) + "]]");
        refused(() -> VectorFiles.preview(file, Progress.NONE), file, "line 1")
                .hasMessageContaining("more than 1000 digits");
    }

    @Test
    void notANumberIsHandedOnToBeExcluded() throws IOException {
        float[] expected = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY};
        assertThat(TableFixtures.read(write("a.json", "[[NaN, Infinity, -Infinity]]"), "vector")[0])
                .containsExactly(expected);
        assertThat(TableFixtures.read(write("a.csv", "t,e\nx,\"[nan, inf, -inf]\"\n"), "e")[0])
                .containsExactly(expected);
        assertThat(TableFixtures.read(TableFixtures.file("not_finite.parquet"), "embedding")[1]).hasSize(9)
                .containsOnly(Float.NaN);
    }

    @Test
    void moreDimensionsThanAreTaken() throws IOException {
        String tooMany = "0,".repeat(VectorFiles.MOST_DIMENSIONS) + "0";
        for (Path file : List.of(write("a.json", "[[" + tooMany + "]]"),
                write("b.csv", "t,vector\nx,\"[" + tooMany + "]\"\n"))) {
            refused(() -> TableFixtures.read(file, "vector"), file, "“vector”")
                    .hasMessageContaining("more than 65536 numbers");
        }
    }

    @Test
    void namesThatStandThereTwice() throws IOException {
        Path file = write("a.json", "{\"x\":[1,2],\"y\":[3,4],\"x\":[5,6]}");
        VectorChoice choice = new VectorChoice("vector", "key", "key", List.of(), null);
        refused(() -> VectorFiles.documents(file, choice, Progress.NONE), file, "row 3")
                .hasMessageContaining("the id “x” stands in row 1 already")
                .hasMessageContaining("Choose another field for the id");
    }

    @Test
    void fieldsThatAreNotThere() throws IOException {
        Path file = write("a.jsonl", "{\"id\":\"x\",\"e\":[1,2]}\n{\"e\":[1,2]}\n");
        refused(() -> VectorFiles.documents(file, new VectorChoice("e", "title", null, List.of(), null), Progress.NONE),
                file, "").hasMessageContaining("no row has “title”");
        refused(() -> VectorFiles.documents(file, new VectorChoice("e", null, "id", List.of(), null), Progress.NONE),
                file, "line 2").hasMessageContaining("there is no “id” here");
        refused(() -> TableFixtures.read(file, "f"), file, "line 1").hasMessageContaining("there is no vector “f” here")
                .hasMessageContaining(LEAVE_OUT);
    }

    @Test
    void relevanceIsANumberARow() throws IOException {
        Path file = write("a.jsonl", "{\"grade\":2,\"e\":[1,2]}\n{\"grade\":\"0.5\",\"e\":[1,2]}\n{\"e\":[1,2]}\n");
        VectorChoice choice = new VectorChoice("e", null, null, List.of(), "grade");
        refused(() -> VectorFiles.relevance(file, choice, Progress.NONE), file, "line 3, “grade”")
                .hasMessageContaining("“” is not a number");
        write("a.jsonl", "{\"grade\":2,\"e\":[1,2]}\n{\"grade\":\"0.5\",\"e\":[1,2]}\n");
        assertThat(VectorFiles.relevance(file, choice, Progress.NONE)).containsExactly(2, 0.5f);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', value = {
            "null_element.parquet # row 5, “embedding” # element 3 is null, not a number # Write a number there",
            "ragged.parquet # row 6 # has 8 numbers, and the one in row 1 has 9 # of the same length",
            "no_rows.parquet # no_rows.parquet # there is no row in it # at least one vector",
            "no_vectors.parquet # no_vectors.parquet # holds no vectors # Choose a file with"})
    void parquet(String name, String place, String what, String remedy) {
        Path file = TableFixtures.file(name);
        refused(() -> VectorFiles.preview(file, Progress.NONE), file, place).hasMessageContaining(what)
                .hasMessageContaining(remedy);
        if (!name.startsWith("no_")) {
            refused(() -> TableFixtures.read(file, "embedding"), file, place).hasMessageContaining(what);
        }
    }

    @ParameterizedTest
    @CsvSource({"null_vector.parquet, 3, the vector is null", "empty_list.parquet, 5, the list is empty"})
    void rowsOfParquetWithoutAVector(String name, int row, String what) throws IOException {
        Path file = TableFixtures.file(name);
        VectorChoice choice = VectorFiles.preview(file, Progress.NONE).proposed();
        try (VectorSource source = VectorFiles.open(file, choice)) {
            float[][] expected = TableFixtures.expected("expected.csv");
            source.read(Progress.NONE, (first, count, rows) -> {
                for (int each = 0; each < count; each++) {
                    float[] read = Arrays.copyOfRange(rows, each * 9, each * 9 + 9);
                    if (first + each == row) {
                        assertThat(read).containsOnly(Float.NaN);
                    } else {
                        assertThat(read).containsExactly(expected[first + each]);
                    }
                }
            });
            assertThat(source.withoutVector().stream()).containsExactly(row);
        }
        refused(() -> VectorFiles.open(file, choice.with(choice.reading().requiringVectors())), file,
                "row " + (row + 1)).hasMessageContaining(what);
    }

    @Test
    void damagedParquet() throws IOException {
        byte[] right = Files.readAllBytes(TableFixtures.file("float.parquet"));
        Path file = folder.resolve("damaged.parquet");
        byte[] footerLength = right.clone();
        footerLength[right.length - 5] = 0x7F;
        byte[] footer = right.clone();
        int footerBytes = ByteBuffer.wrap(right).order(ByteOrder.LITTLE_ENDIAN).getInt(right.length - 8);
        Arrays.fill(footer, right.length - 8 - footerBytes, right.length - 8 - footerBytes / 2, (byte) 0xFF);
        for (byte[] damaged : List.of(Arrays.copyOf(right, right.length / 2), footerLength, footer,
                "no Parquet at all".getBytes(StandardCharsets.UTF_8))) {
            Files.write(file, damaged);
            refused(() -> TableFixtures.read(file, "embedding"), file, "")
                    .hasMessageContaining("cannot be read as a Parquet file")
                    .hasMessageContaining("Copy or export the file again");
        }
    }

    @Test
    void aMissingFile() {
        Path file = folder.resolve("no.parquet");
        refused(() -> VectorFiles.preview(file, Progress.NONE), file, "").hasMessageContaining("no such file");
    }

    private static AbstractThrowableAssert<?, ?> refused(ThrowingCallable call, Path file, String place) {
        return assertThatThrownBy(call).isInstanceOf(Problem.class)
                .hasMessageStartingWith(file.toString())
                .hasMessageContaining(place);
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
