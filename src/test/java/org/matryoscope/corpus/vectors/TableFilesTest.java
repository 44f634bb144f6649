package org.matryoscope.corpus.vectors;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;
import org.matryoscope.corpus.Document;
import org.matryoscope.corpus.vectors.VectorField.Kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
            "split.parquet, embedding", "struct.parquet, embedding.values", "spread.parquet, d0 … d8",
            "glove.txt, vector", "word2vec.txt, vector", "fasttext.vec, vector", "word2vec.bin, vector",
            "word2vec_lines.bin, vector", "savetxt.txt, vector", "lists.csv.gz, embedding", "glove.txt.gz, vector",
            "word2vec.bin.gz, vector", "float.parquet.gz, embedding", "lines.jsonl.zst, embedding",
            "objects.json.zst, embedding", "bulk.ndjson, vector", "bulk_mixed.jsonl, vector",
            "parallel.json, embeddings", "parallel_before.json, embeddings", "parallel_inside.json, vectors",
            "plain.arrow, embedding", "stream.arrow, embedding", "zstd.arrow, embedding", "lz4.feather, embedding",
            "sliced.arrow, embedding", "linked.arrow, embedding", "types.arrow, embedding", "fixed.arrow, embedding",
            "struct.arrow, embedding.values", "spread.arrow, d0 … d8", "blobs.arrow, embedding",
            "lz4.parquet, embedding", "brotli.parquet, embedding", "texts.parquet, embedding",
            "blobs.parquet, embedding", "fixed_blobs.parquet, embedding", "parts, embedding", "blobs.sqlite, embedding",
            "texts.sqlite3, vector"})
    void vectorsAreProposedAndReadToTheLastBit(String name, String field) throws IOException {
        VectorPreview preview = VectorFiles.preview(TableFixtures.file(name), Progress.NONE);
        assertThat(preview.proposed().vectors()).isEqualTo(field);
        assertThat(preview.notes()).isEmpty();
        assertThat(preview.firstRows()).hasSize(6).allMatch(row -> row.size() == preview.fields().size());
        assertThat(preview.fields()).contains(new VectorField(field, Kind.VECTORS, -1, 9));
        assertThat(TableFixtures.read(TableFixtures.file(name), field))
                .isDeepEqualTo(TableFixtures.expected("expected.csv"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"array.npy", "array.npy.gz", "axes.npy", "floats.fbin", "floats.bin"})
    void arraysAreReadToTheLastBit(String name) throws IOException {
        VectorPreview preview = VectorFiles.preview(TableFixtures.file(name), Progress.NONE);
        assertThat(preview.fields()).containsExactly(new VectorField("", Kind.VECTORS, 6, 9));
        assertThat(TableFixtures.read(TableFixtures.file(name), ""))
                .isDeepEqualTo(TableFixtures.expected("expected.csv"));
    }

    @ParameterizedTest
    @CsvSource({"whole.ibin, 0", "whole.i8bin, 0", "whole.u8bin, 128"})
    void wholeNumbersOfCountedFilesAreExact(String name, int more) throws IOException {
        float[][] expected = TableFixtures.expected("expected8.csv");
        for (float[] row : expected) {
            for (int i = 0; i < row.length; i++) {
                row[i] += more;
            }
        }
        assertThat(TableFixtures.read(TableFixtures.file(name), "")).isDeepEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"glove.txt", "word2vec.txt", "fasttext.vec", "word2vec.bin", "word2vec_lines.bin"})
    void wordsAreTheTextsOfWordVectors(String name) {
        VectorChoice choice = VectorFiles.preview(TableFixtures.file(name), Progress.NONE).proposed();
        assertThat(choice.text()).isEqualTo("word");
        assertThat(VectorFiles.documents(TableFixtures.file(name), choice, Progress.NONE)).extracting(Document::text)
                .containsExactly("lisbon", "brothers", "1999", "Łódź", "東京",
                        name.endsWith(".bin") ? "new_york" : "new york");
    }

    @ParameterizedTest
    @CsvSource({"parallel.json, ids, documents, metadatas.genre", "parallel_before.json, ids, texts,",
            "parallel_inside.json, ids, genre,", "bulk.ndjson, _id, text, genre", "bulk_mixed.jsonl, _id, text, genre"})
    void whatStandsBesideTheVectorsBelongsToTheirRows(String name, String id, String text, String level) {
        VectorPreview preview = VectorFiles.preview(TableFixtures.file(name), Progress.NONE);
        VectorChoice choice = new VectorChoice(preview.proposed().vectors(), text, id,
                level == null ? List.of() : List.of(level), null);
        assertThat(preview.fields()).extracting(VectorField::name).contains(id);
        List<Document> documents = VectorFiles.documents(TableFixtures.file(name), choice, Progress.NONE);
        assertThat(documents).hasSize(6);
        assertThat(documents.get(4)).isEqualTo(new Document("film-4", "genre".equals(text) ? "comedy" : "東京の夜",
                level == null ? List.of() : List.of("comedy")));
        assertThat(preview.proposed().text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', value = {
            "list.pkl # a Python pickle, and unpickling can run code # pickle.load(open('list.pkl', 'rb'))",
            "tensor.pt # a PyTorch file # torch.load('tensor.pt'",
            "old_tensor.pt # a PyTorch file # torch.load('old_tensor.pt'"})
    void picklesAreRefusedWithWhatSavesThemOtherwise(String name, String what, String remedy) {
        assertThatThrownBy(() -> VectorFiles.preview(TableFixtures.file("refused/" + name), Progress.NONE))
                .isInstanceOf(Problem.class)
                .hasMessageContaining(what)
                .hasMessageContaining(remedy)
                .hasMessageContaining("numpy.save('vectors.npy'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"float.parquet", "objects.json", "lines.jsonl", "array.npy", "word2vec.bin", "glove.txt",
            "lists.csv.gz", "no_header.csv", "floats.fbin", "plain.arrow", "stream.arrow"})
    void theContentTellsTheKindWhereTheNameDoesNot(String name, @TempDir Path folder) throws IOException {
        for (String other : List.of("download", "vectors.dat", "vectors.txt")) {
            Path file = Files.copy(TableFixtures.file(name), folder.resolve(other));
            assertThat(VectorReads.all(file)).isDeepEqualTo(TableFixtures.expected("expected.csv"));
            assertThat(VectorFiles.mayHoldVectors(file)).isTrue();
        }
        Path prose = Files.writeString(folder.resolve("prose.txt"),
                "In 1999, 2000, 2001, and 2002 it rained.\nIt did not in 2003.\n");
        assertThat(VectorFiles.mayHoldVectors(prose)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"half.parquet", "half.arrow"})
    void halfPrecisionIsExact(String name) throws IOException {
        assertThat(TableFixtures.read(TableFixtures.file(name), "embedding"))
                .isDeepEqualTo(TableFixtures.expected("expected16.csv"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"objects.json", "lines.jsonl", "lines.json", "utf16.json", "lists.csv", "spread.csv",
            "float.parquet", "double.parquet", "fixed.parquet", "half.parquet", "split.parquet", "struct.parquet",
            "plain.arrow", "stream.arrow", "zstd.arrow", "lz4.feather", "sliced.arrow", "lz4.parquet", "brotli.parquet",
            "texts.parquet", "blobs.parquet", "fixed_blobs.parquet", "parts", "blobs.sqlite"})
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

    @ParameterizedTest
    @CsvSource({"benchmark.hdf5, train, 0", "chunked.h5, a/vectors, 0", "rows.h5, vectors, 0", "big.h5, vectors, 0",
            "new.h5, vectors, 0", "columns.h5, embeddings, 0", "half.h5, vectors, 16"})
    void datasetsOfHdf5AreReadToTheLastBit(String name, String dataset, String bits) throws IOException {
        VectorPreview preview = VectorFiles.preview(TableFixtures.file(name), Progress.NONE);
        assertThat(preview.proposed().vectors()).isEqualTo(dataset);
        assertThat(preview.notes()).isEmpty();
        assertThat(preview.fields()).contains(new VectorField(dataset, Kind.VECTORS, 6, 9));
        assertThat(TableFixtures.read(TableFixtures.file(name), dataset))
                .isDeepEqualTo(TableFixtures.expected("16".equals(bits) ? "expected16.csv" : "expected.csv"));
    }

    @Test
    void aBenchmarkOffersItsQueries() throws IOException {
        Path file = TableFixtures.file("benchmark.hdf5");
        float[][] queries = TableFixtures.read(file, "test");
        float[][] expected = TableFixtures.expected("expected.csv");
        assertThat(queries).hasDimensions(2, 9);
        assertThat(queries[0][3]).isEqualTo(expected[4][3] * 2);
        assertThat(VectorFiles.preview(file, Progress.NONE).queries()).isEqualTo("test");
        assertThat(VectorFiles.preview(TableFixtures.file("rows.h5"), Progress.NONE).queries()).isNull();
    }

    @Test
    void textsOfHdf5AreReadWhicheverWayTheyAreKept() {
        VectorChoice choice = VectorFiles.preview(TableFixtures.file("columns.h5"), Progress.NONE).proposed();
        assertThat(choice.text()).isEqualTo("texts");
        assertThat(choice.id()).isEqualTo("ids");
        assertThat(VectorFiles.documents(TableFixtures.file("columns.h5"), choice, Progress.NONE)).hasSize(6)
                .contains(new Document("film-4", "東京の夜", List.of()));
    }

    @Test
    void aTableOfADatabaseIsFoundOrNamed() {
        Path file = TableFixtures.file("texts.sqlite3");
        VectorPreview preview = VectorFiles.preview(file, Progress.NONE);
        assertThat(preview.assumed()).containsExactly("the table is “the films”, of “notes”, “the films”");
        assertThat(preview.proposed().reading().table()).isEqualTo("the films");
        assertThat(preview.tables()).containsExactly("notes", "the films");
        assertThat(VectorFiles.preview(file, preview.proposed().reading(), Progress.NONE).assumed()).isEmpty();
        assertThatThrownBy(() -> VectorFiles.preview(file, Reading.GUESSED.withTable("no"), Progress.NONE))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("there is no table “no” in it")
                .hasMessageContaining("Choose one of “notes”, “the films”.");
        assertThatThrownBy(() -> VectorFiles.preview(file, Reading.GUESSED.withTable("notes"), Progress.NONE))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("holds no vectors");
    }

    @ParameterizedTest
    @CsvSource({"gaps.arrow, 0 4", "gaps.db, 2"})
    void rowsWithoutAVectorAreFoundInOtherTables(String name, String rows) throws IOException {
        VectorChoice choice = VectorFiles.preview(TableFixtures.file(name), Progress.NONE).proposed();
        float[][] expected = TableFixtures.expected("expected.csv");
        try (VectorSource source = VectorFiles.open(TableFixtures.file(name), choice)) {
            source.read(Progress.NONE, (first, count, block) -> {
                for (int row = 0; row < count; row++) {
                    boolean missing = rows.contains(Integer.toString(first + row));
                    float[] read = Arrays.copyOfRange(block, row * 9, row * 9 + 9);
                    if (missing) {
                        assertThat(read).containsOnly(Float.NaN);
                    } else {
                        assertThat(read).containsExactly(expected[first + row]);
                    }
                }
            });
            assertThat(source.withoutVector().stream().mapToObj(Integer::toString).collect(Collectors.joining(" ")))
                    .isEqualTo(rows);
        }
    }

    @Test
    void aBufferOfLinkedBlocksIsReadToItsEnd() {
        VectorChoice choice = new VectorChoice("embedding", "long", "id", List.of(), null);
        assertThat(VectorFiles.documents(TableFixtures.file("linked.arrow"), choice, Progress.NONE))
                .contains(new Document("film-5", "The last tram".repeat(4000), List.of()));
    }

    @Test
    void valuesOfAllKindsOfArrowAreTexts() {
        VectorPreview preview = VectorFiles.preview(TableFixtures.file("types.arrow"), Progress.NONE);
        assertThat(preview.fields()).extracting(VectorField::name)
                .containsExactlyInAnyOrder("id", "text", "genre", "rank", "seen", "embedding");
        VectorChoice choice = new VectorChoice("embedding", "text", "id", List.of("genre", "rank", "seen"), null);
        assertThat(VectorFiles.documents(TableFixtures.file("types.arrow"), choice, Progress.NONE)).contains(
                new Document("film-2", "He said \"no\"", List.of("drama", "2", "true")),
                new Document("film-5", "The last tram", List.of("drama", "5", "false")));
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
