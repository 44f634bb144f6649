package org.matryoscope.study;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;
import org.matryoscope.corpus.Corpus;
import org.matryoscope.corpus.Document;
import org.matryoscope.corpus.NumberedDocuments;
import org.matryoscope.corpus.vectors.VectorChoice;
import org.matryoscope.model.Encoder;
import org.matryoscope.model.Role;
import org.matryoscope.vector.NumberFormat;
import org.matryoscope.vector.VectorStore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A query is a row, a vector of a file, or words for a model, and the model is compared with the vectors first. */
class QueryMeansTest {
    private static final int ROWS = 40;

    private static Corpus corpus() {
        return new Corpus("texts", "", List.of(),
                IntStream.range(0, ROWS).mapToObj(row -> new Document("t" + row, "text " + row, List.of())).toList(),
                List.of());
    }

    private static float[][] made(Role role) {
        return IntStream.range(0, ROWS)
                .mapToObj(row -> CountingEncoder.vector("text " + row, role))
                .toArray(float[][]::new);
    }

    private static EmbeddedCorpus imported(Corpus corpus, float[][] rows, NumberFormat format) {
        VectorStore store = VectorStore.of(rows);
        ImportRequest request = new ImportRequest(Path.of("rows.npy"),
                new VectorChoice("", null, null, List.of(), null), format);
        return new EmbeddedCorpus(VectorOrigin.Imported.of(request, store), corpus, store, new int[0]);
    }

    private static QueryAnswer find(EmbeddedCorpus texts, @Nullable QueryVectors given, @Nullable Encoder encoder,
            String query) {
        return new QueryMeans(texts, given, encoder, new CorpusEmbedder(new MapCache())).find(query, Progress.NONE);
    }

    private static AttachedModel attachedTo(EmbeddedCorpus texts) {
        return Objects.requireNonNull(((VectorOrigin.Imported) texts.origin()).model());
    }

    @Test
    void findsARowByItsId() {
        EmbeddedCorpus texts = imported(corpus(), made(Role.DOCUMENT), NumberFormat.FLOAT32);
        QueryAnswer.Found found = (QueryAnswer.Found) find(texts, null, null, " #t7 ");
        assertThat(found.row()).isEqualTo(7);
        assertThat(found.vector()).containsExactly(texts.store().row(7));
        assertThat(QueryMeans.ofRow(texts.corpus(), 7)).isEqualTo("#t7");
        assertThat(QueryMeans.row(new Corpus("n", "", List.of(), new NumberedDocuments(9), List.of()), "#8"))
                .isEqualTo(8);
        assertThat(QueryMeans.row(new Corpus("n", "", List.of(), new NumberedDocuments(9), List.of()), "#9"))
                .isEqualTo(-1);
    }

    @Test
    void findsAGivenVectorByItsNameBeforeAModelEncodesIt() {
        EmbeddedCorpus texts = imported(corpus(), made(Role.DOCUMENT), NumberFormat.FLOAT32);
        float[] vector = {1, 2, 3, 4, 5, 6, 7, 8};
        QueryVectors given = new QueryVectors(Path.of("queries.npy"), List.of("one", "two"),
                new float[][]{new float[8], vector});
        QueryAnswer.Found found = (QueryAnswer.Found) find(texts, given, new CountingEncoder(), "two");
        assertThat(found.vector()).containsExactly(vector);
        assertThat(found.row()).isEqualTo(-1);
    }

    @Test
    void saysWhatToDoWithoutAModel() {
        EmbeddedCorpus texts = imported(corpus(), made(Role.DOCUMENT), NumberFormat.FLOAT32);
        QueryAnswer.None none = (QueryAnswer.None) find(texts, null, null, "some words");
        assertThat(none.problem()).hasMessageContaining("rows.npy has no model to encode words")
                .hasMessageContaining("attach its model");
        assertThat(((QueryAnswer.None) find(texts, null, null, "#t99")).problem())
                .hasMessageContaining("rows.npy has no row “#t99”");
        assertThat(find(texts, null, new CountingEncoder(), "some words")).isInstanceOf(QueryAnswer.Found.class);
    }

    @Test
    void refusesARowWithoutADirection() {
        float[][] rows = made(Role.DOCUMENT);
        rows[3] = new float[rows[3].length];
        EmbeddedCorpus texts = imported(corpus(), rows, NumberFormat.FLOAT32);
        assertThat(((QueryAnswer.None) find(texts, null, null, "#t3")).problem())
                .hasMessageContaining("all entries are zero");
    }

    @Test
    void attachesTheModelThatMadeTheVectors() {
        EmbeddedCorpus texts = imported(corpus(), made(Role.DOCUMENT), NumberFormat.FLOAT32);
        CountingEncoder encoder = new CountingEncoder();
        EmbeddedCorpus attached = AttachedModel.attach(encoder, texts, Progress.NONE);
        AttachedModel model = attachedTo(attached);
        assertThat(model.texts()).isEqualTo(32);
        assertThat(model.cosine()).isCloseTo(1, org.assertj.core.api.Assertions.within(1e-6));
        assertThat(model.isDoubtful()).isFalse();
        assertThat(encoder.encoded).hasSize(32).doesNotHaveDuplicates();
    }

    @Test
    void doubtsAModelThatNearlyMadeThem() {
        float[][] rows = made(Role.DOCUMENT);
        for (float[] row : rows) {
            double norm = 0;
            for (float entry : row) {
                norm += entry * entry;
            }
            row[0] += (float) (0.3 * Math.sqrt(norm));
        }
        EmbeddedCorpus attached = AttachedModel.attach(new CountingEncoder(),
                imported(corpus(), rows, NumberFormat.FLOAT32), Progress.NONE);
        AttachedModel model = attachedTo(attached);
        assertThat(model.cosine()).isBetween(AttachedModel.OTHER, AttachedModel.SAME);
        assertThat(model.isDoubtful()).isTrue();
        assertThat(model.verdict()).contains("it may not be the model");
    }

    @Test
    void refusesAModelOfOtherVectorsOrAnotherDimension() {
        EmbeddedCorpus others = imported(corpus(), made(Role.QUERY), NumberFormat.FLOAT32);
        assertThatThrownBy(() -> AttachedModel.attach(new CountingEncoder(), others, Progress.NONE))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("it did not make the vectors of rows.npy");
        float[][] wide = new float[ROWS][9];
        for (float[] row : wide) {
            row[0] = 1;
        }
        EmbeddedCorpus wider = imported(corpus(), wide, NumberFormat.FLOAT32);
        assertThatThrownBy(() -> AttachedModel.attach(new CountingEncoder(), wider, Progress.NONE))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("the model makes vectors of 8 dimensions, and those of rows.npy have 9");
    }

    @Test
    void comparesNothingWithoutTexts() {
        Corpus numbered = new Corpus("numbered", "", List.of(), new NumberedDocuments(ROWS), List.of());
        CountingEncoder encoder = new CountingEncoder();
        EmbeddedCorpus attached = AttachedModel.attach(encoder,
                imported(numbered, made(Role.QUERY), NumberFormat.FLOAT32), Progress.NONE);
        AttachedModel model = attachedTo(attached);
        assertThat(model.texts()).isZero();
        assertThat(model.verdict()).contains("the rows have no texts");
        assertThat(encoder.encoded).isEmpty();
    }
}
