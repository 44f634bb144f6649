package org.matryoscope.corpus.vectors;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;
import org.matryoscope.corpus.CacheFolders;
import org.matryoscope.corpus.Document;
import org.matryoscope.corpus.vectors.VectorField.Kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Files written by numpy, torch and safetensors hold what those libraries see in them. */
class ArrayFixturesTest {
    @TempDir
    Path folder;

    @BeforeEach
    void cacheInTheFolder() {
        System.setProperty(CacheFolders.FOLDER_PROPERTY, folder.resolve("cache").toString());
    }

    @AfterEach
    void cacheInItsPlace() {
        System.clearProperty(CacheFolders.FOLDER_PROPERTY);
    }

    private static List<String> names() {
        return ArrayFixtures.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void readsWhatNumpySees(String name) {
        // As texts, since not-a-number is not equal to itself.
        assertThat(Arrays.deepToString(VectorReads.all(ArrayFixtures.file(name))))
                .isEqualTo(Arrays.deepToString(ArrayFixtures.expected(name)));
    }

    @ParameterizedTest
    @MethodSource("names")
    void previewsTheFirstRows(String name) {
        VectorPreview preview = VectorFiles.preview(ArrayFixtures.file(name), Progress.NONE);
        float[][] expected = ArrayFixtures.expected(name);
        VectorField vectors = preview.fields()
                .stream()
                .filter(field -> field.name().equals(preview.proposed().vectors()))
                .findFirst()
                .orElseThrow();

        assertThat(vectors.kind()).isEqualTo(Kind.VECTORS);
        assertThat(vectors.rows()).isEqualTo(expected.length);
        assertThat(vectors.dimension()).isEqualTo(expected[0].length);
        assertThat(preview.firstRows()).hasSize(expected.length);
        assertThat(preview.notes()).isEmpty();
    }

    @Test
    void aPreviewShortensVectors() {
        VectorPreview preview = VectorFiles.preview(ArrayFixtures.file("floats.fvecs"), Progress.NONE);
        float[] first = ArrayFixtures.expected("floats.fvecs")[0];

        assertThat(preview.firstRows().getFirst().getFirst())
                .isEqualTo("[%.3g, %.3g, … 19 numbers]".formatted(first[0], first[1]));
    }

    @Test
    void columnsBesideTheVectorsBecomeDocuments() {
        Path file = ArrayFixtures.file("columns.npz");
        VectorPreview preview = VectorFiles.preview(file, Progress.NONE);
        VectorChoice choice = new VectorChoice("vectors", "text", "id", List.of("label"), "relevance");

        assertThat(preview.proposed()).isEqualTo(choice);
        assertThat(preview.fields()).containsExactlyInAnyOrder(new VectorField("vectors", Kind.VECTORS, 4, 19),
                new VectorField("text", Kind.TEXTS, 4, 1), new VectorField("id", Kind.TEXTS, 4, 1),
                new VectorField("label", Kind.NUMBERS, 4, 1), new VectorField("relevance", Kind.NUMBERS, 4, 1));
        assertThat(VectorFiles.documents(file, choice, Progress.NONE)).containsExactly(
                new Document("a", "Größe", List.of("3")), new Document("b", "naïve 😀", List.of("1")),
                new Document("c", "", List.of("3")), new Document("ü", "plain", List.of("1152921504606846977")));
        assertThat(VectorFiles.relevance(file, choice, Progress.NONE)).containsExactly(0.5f, 0, 1, 2);
    }

    @Test
    void rowsAreNumberedWhereNoIdIsChosenAndNothingIsReadWhereNothingIs() {
        Path file = ArrayFixtures.file("columns.npz");
        VectorChoice texts = new VectorChoice("vectors", "text", null, List.of(), null);
        VectorChoice nothing = new VectorChoice("vectors", null, null, List.of(), null);

        assertThat(VectorFiles.documents(file, texts, Progress.NONE)).extracting(Document::id)
                .containsExactly("1", "2", "3", "4");
        assertThat(VectorFiles.documents(file, nothing, Progress.NONE)).isEmpty();
        assertThat(VectorFiles.relevance(file, nothing, Progress.NONE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"vectors | label | vectors | where one is expected",
            "nowhere | label | text | there is no array “nowhere”", "label | id | text | where two are expected",
            "text | id | text | holds texts, not vectors", "vectors | label | id | the id “3” stands in row 1 already"})
    void aChoiceThatDoesNotFitIsRefused(String vectors, String id, String text, String message) {
        Path file = ArrayFixtures.file("columns.npz");
        VectorChoice choice = new VectorChoice(vectors, text, id, List.of(), null);

        assertThatThrownBy(() -> VectorFiles.documents(file, choice, Progress.NONE)).isInstanceOf(Problem.class)
                .hasMessageContaining("columns.npz")
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"objects.npy | unpickling can run code | astype('float32')",
            "objects.npz | member “arr_0”: the array holds Python objects | astype('float32')",
            "pickle.npy | the file is a Python pickle, and unpickling can run code | numpy.save",
            "structured.npy | a structured one, with 2 fields | array['vector']",
            "complex.npy | of the type “<c16” | astype('float32')",
            "texts.npy | holds texts, not vectors | Choose an array of numbers",
            "one_axis.npy | has one axis, [19], where two are expected | array.reshape(1, -1)",
            "three_axes.npy | has 3 axes, [2, 3, 4], where two | array.reshape(len(array), -1)",
            "no_axis.npy | has no axis (a single item) | a row for each vector",
            "no_rows.npy | the array is empty, its shape is [0, 4] | at least one vector",
            "no_vectors.npz | member “label”: the array has one axis | a row for each vector"})
    void whatIsNoPlainArrayOfVectorsIsRefusedWithTheReason(String name, String what, String remedy) {
        assertThatThrownBy(() -> VectorFiles.preview(ArrayFixtures.refused(name), Progress.NONE))
                .isInstanceOf(Problem.class)
                .hasMessageContaining(name)
                .hasMessageContaining(what)
                .hasMessageContaining(remedy);
    }

    @Test
    void objectsBesideVectorsAreNotedAndRefusedOnlyIfChosen() {
        Path file = ArrayFixtures.refused("objects_beside.npz");
        VectorChoice texts = new VectorChoice("vectors", "text", null, List.of(), null);

        assertThat(VectorReads.all(file)).hasDimensions(2, 19);
        assertThat(VectorFiles.preview(file, Progress.NONE).notes()).singleElement()
                .asString()
                .contains("member “text”", "unpickling can run code", "array.astype(str)");
        assertThatThrownBy(() -> VectorFiles.documents(file, texts, Progress.NONE)).isInstanceOf(Problem.class)
                .hasMessageContaining("unpickling can run code");
    }

    @Test
    void anArchiveIsReadAsOneWhateverItsName() {
        assertThat(VectorReads.all(ArrayFixtures.refused("archive.npy"))).hasDimensions(7, 19);
    }
}
