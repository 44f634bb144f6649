package org.matryoscope.corpus.vectors;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.matryoscope.base.Progress;
import org.matryoscope.corpus.Document;
import org.matryoscope.corpus.vectors.VectorField.Kind;

import static org.assertj.core.api.Assertions.assertThat;

/** The same six vectors, written by Python's json and csv, pandas, numpy and pyarrow in the ways that are in use. */
class TableFilesTest {
    @ParameterizedTest
    @CsvSource({"names.json, vector", "objects.json, embedding", "list.json, vector", "under_key.json, vector",
            "api.json, embedding", "named_objects.json, embedding.values", "lines.jsonl, embedding",
            "lines.json, embedding", "lists.ndjson, vector", "base64.jsonl, vector", "strings.json, embedding",
            "utf16.json, embedding", "lists.csv, embedding", "bare.csv, embedding", "semicolons.tsv, embedding",
            "spread.csv, emb_0 … emb_8", "no_header.csv, column 1 … column 9", "decimal_comma.csv, emb_0 … emb_8",
            "pandas_matrix.csv, 0 … 8", "pandas_numpy.csv, embedding", "numpy_repr.csv, embedding",
            "float.parquet, embedding", "double.parquet, embedding", "fixed.parquet, embedding",
            "split.parquet, embedding", "struct.parquet, embedding.values", "spread.parquet, d0 … d8"})
    void vectorsAreProposedAndReadToTheLastBit(String name, String field) throws IOException {
        VectorPreview preview = VectorFiles.preview(TableFixtures.file(name), Progress.NONE);
        assertThat(preview.proposed().vectors()).isEqualTo(field);
        assertThat(preview.notes()).isEmpty();
        assertThat(preview.firstRows()).hasSize(6).allMatch(row -> row.size() == preview.fields().size());
        assertThat(preview.fields()).contains(new VectorField(field, Kind.VECTORS, -1, 9));
        assertThat(TableFixtures.read(TableFixtures.file(name), field))
                .isDeepEqualTo(TableFixtures.expected("expected.csv"));
    }

    @Test
    void halfPrecisionOfParquetIsExact() throws IOException {
        assertThat(TableFixtures.read(TableFixtures.file("half.parquet"), "embedding"))
                .isDeepEqualTo(TableFixtures.expected("expected16.csv"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"objects.json", "lines.jsonl", "lines.json", "utf16.json", "lists.csv", "spread.csv",
            "float.parquet", "double.parquet", "fixed.parquet", "half.parquet", "split.parquet", "struct.parquet"})
    void textsIdsAndLabelsAreProposedAndRead(String name) {
        VectorChoice choice = VectorFiles.preview(TableFixtures.file(name), Progress.NONE).proposed();
        assertThat(choice.text()).isEqualTo("text");
        assertThat(choice.id()).isEqualTo("id");
        assertThat(choice.levels()).containsExactly("genre");
        List<Document> documents = VectorFiles.documents(TableFixtures.file(name), choice, Progress.NONE);
        assertThat(documents).hasSize(6);
        assertThat(documents.get(2)).isEqualTo(new Document("film-2", "He said \"no\"", List.of("drama")));
        assertThat(documents.get(4)).isEqualTo(new Document("film-4", "東京の夜", List.of("comedy")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"base64.jsonl", "strings.json", "bare.csv", "semicolons.tsv", "decimal_comma.csv",
            "pandas_numpy.csv", "numpy_repr.csv", "spread.parquet"})
    void rowsWithoutIdsAreNumbered(String name) {
        VectorChoice choice = VectorFiles.preview(TableFixtures.file(name), Progress.NONE).proposed();
        assertThat(choice.id()).isNull();
        List<Document> documents = VectorFiles.documents(TableFixtures.file(name), choice, Progress.NONE);
        assertThat(documents.get(3)).isEqualTo(new Document("4", "Rain over Łódź", List.of()));
    }

    @Test
    void namesBecomeIdsAndTexts() {
        VectorChoice choice = VectorFiles.preview(TableFixtures.file("names.json"), Progress.NONE).proposed();
        assertThat(choice).isEqualTo(new VectorChoice("vector", "key", "key", List.of(), null));
        assertThat(VectorFiles.documents(TableFixtures.file("names.json"), choice, Progress.NONE).get(3))
                .isEqualTo(new Document("Rain over Łódź", "Rain over Łódź", List.of()));
    }

    @Test
    void namesOfObjectsAreIdsAndTheirOwnTextsAreTexts() {
        VectorChoice choice = VectorFiles.preview(TableFixtures.file("named_objects.json"), Progress.NONE).proposed();
        assertThat(choice).isEqualTo(new VectorChoice("embedding.values", "title", "key", List.of(), null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"list.json", "under_key.json", "api.json", "no_header.csv", "pandas_matrix.csv"})
    void vectorsAloneHaveNoDocuments(String name) {
        VectorChoice choice = VectorFiles.preview(TableFixtures.file(name), Progress.NONE).proposed();
        assertThat(choice.text()).isNull();
        assertThat(choice.levels()).isEmpty();
    }

    @Test
    void onlyFilesThatAreMostlyTextsAreAmbiguous() {
        assertThat(List.of("a.json", "a.parquet", "a.PARQUET"))
                .allMatch(name -> VectorFiles.isVectorFile(Path.of(name)));
        assertThat(List.of("a.csv", "a.tsv", "a.jsonl", "a.ndjson"))
                .allMatch(name -> VectorFiles.mayHoldVectors(Path.of(name)))
                .noneMatch(name -> VectorFiles.isVectorFile(Path.of(name)));
    }
}
