package org.matryoscope.corpus;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.matryoscope.base.Progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What the readers make of well-formed files. */
class ReadingTest {
    @TempDir
    Path folder;

    @Test
    void textIsOneDocumentALineUnderItsLineNumber() throws IOException {
        Corpus corpus = read("notes.txt", "first\r\n\r\n  third \rfourth");
        assertThat(corpus.documents()).containsExactly(new Document("1", "first", List.of()),
                new Document("3", "third", List.of()), new Document("4", "fourth", List.of()));
        assertThat(corpus.name()).isEqualTo("notes.txt");
    }

    @Test
    void pastedTextIsReadLikeAFile() {
        assertThat(PlainText.pasted("one\n\ntwo").documents()).extracting(Document::text).containsExactly("one", "two");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void aByteOrderMarkIsObeyedAndNotPartOfTheText(String charset) throws IOException {
        Path file = folder.resolve("marked.txt");
        Files.write(file, "\uFEFFÜbung\nЯзык\n言語".getBytes(Charset.forName(charset)));
        assertThat(CorpusFile.read(file, null, Progress.NONE).documents()).extracting(Document::text)
                .containsExactly("Übung", "Язык", "言語");
    }

    @Test
    void aChosenEncodingIsUsed() throws IOException {
        Path file = folder.resolve("old.txt");
        Files.write(file, "Café\n".getBytes(Charset.forName("windows-1252")));
        assertThat(CorpusFile.read(file, Charset.forName("windows-1252"), Progress.NONE).documents())
                .extracting(Document::text)
                .containsExactly("Café");
    }

    @Test
    void commaSeparatedColumnsAreProposedCoarseToFine() throws IOException {
        Path file = write("help.csv", """
                key,topic,body,field
                a,Login,"I cannot sign in, at all",Accounts
                b,Login,Which password,Accounts
                c,Refund,"She said ""no""
                and left",Accounts
                d,Parcel,Where is it,Shipping
                """);
        TablePreview preview = TablePreview.of(file, TableFormat.detect(file, null));
        assertThat(preview.columns()).containsExactly("key", "topic", "body", "field");
        assertThat(preview.proposed()).isEqualTo(new ColumnChoice("body", "key", List.of("field", "topic")));
        Corpus corpus = CorpusFile.read(file, null, Progress.NONE);
        assertThat(corpus.levels()).containsExactly("field", "topic");
        assertThat(corpus.documents().get(2))
                .isEqualTo(new Document("c", "She said \"no\"\nand left", List.of("Accounts", "Refund")));
    }

    @ParameterizedTest
    @ValueSource(strings = {",", "\t", ";", "|"})
    void theSeparatorIsFound(String separator) throws IOException {
        Path file = write("table.csv",
                "text;group\nA cat, asleep;x\nA dog, awake;y\n".replace("A cat, asleep", "A cat")
                        .replace("A dog, awake", "A dog")
                        .replace(";", separator));
        assertThat(TableFormat.detect(file, null).separator()).isEqualTo(separator.charAt(0));
        assertThat(CorpusFile.read(file, null, Progress.NONE).documents()).hasSize(2);
    }

    @Test
    void aTableWithoutNamesGetsNumberedColumns() throws IOException {
        Path file = write("bare.tsv", "1\tThe sea is salt.\n2\tThe sky is blue.\n");
        TablePreview preview = TablePreview.of(file, TableFormat.detect(file, null));
        assertThat(preview.columns()).containsExactly("column 1", "column 2");
        assertThat(preview.proposed().text()).isEqualTo("column 2");
        assertThat(preview.rows()).hasSize(2);
    }

    @Test
    void aSingleColumnHasANameOnlyIfItIsAUsualOne() throws IOException {
        assertThat(read("metadata.tsv", "text number 0\ntext number 1\n").documents()).extracting(Document::text)
                .containsExactly("text number 0", "text number 1");
        assertThat(read("texts.csv", "text\nfirst\nsecond\n").documents()).extracting(Document::text)
                .containsExactly("first", "second");
    }

    @Test
    void aCompressedTableIsReadAsWhatIsInIt() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write("id,text\na,One\nb,Two\n".getBytes(StandardCharsets.UTF_8));
        }
        Path file = Files.write(folder.resolve("t.csv.gz"), packed.toByteArray());
        assertThat(CorpusFile.read(file, null, Progress.NONE).documents()).extracting(Document::text)
                .containsExactly("One", "Two");
    }

    @Test
    void theUsersColumnsAndFormatReplaceTheProposal() throws IOException {
        Path file = write("table.csv", "text,other\nA,B\nC,D\n");
        TableFormat format = TableFormat.detect(file, null)
                .withHeader(false)
                .withSeparator(',')
                .withCharset(StandardCharsets.UTF_8);
        Corpus corpus = TableFile.read(file, format, new ColumnChoice("column 2", null, List.of("column 1")),
                Progress.NONE);
        assertThat(corpus.documents()).containsExactly(new Document("1", "other", List.of("text")),
                new Document("2", "B", List.of("A")), new Document("3", "D", List.of("C")));
    }

    @Test
    void jsonKeysAreColumnsAndArraysOneColumnAnElement() throws IOException {
        Path file = write("data.jsonl", """
                {"id": 1, "text": "One", "labels": ["Sea", "Fish"], "meta": {"page": 3}}

                {"id": 2, "text": "Two", "labels": ["Sea", "Crab"]}
                {"id": 3, "text": "Three", "labels": ["Land", "Fox"], "extra": null}
                """);
        Corpus corpus = CorpusFile.read(file, null, Progress.NONE);
        assertThat(corpus.levels()).containsExactly("labels 1", "labels 2");
        assertThat(corpus.documents().getFirst()).isEqualTo(new Document("1", "One", List.of("Sea", "Fish")));
        assertThat(TablePreview.of(file, TableFormat.detect(file, null)).columns()).containsExactly("id", "text",
                "labels 1", "labels 2", "meta.page", "extra");
    }

    @Test
    void rowsWithoutTextAreLeftOutAndCounted() throws IOException {
        Corpus corpus = read("gaps.csv", "id,text\na,One\nb,\nc,Three\n");
        assertThat(corpus.documents()).extracting(Document::id).containsExactly("a", "c");
        assertThat(corpus.description()).contains("left out: 1.");
    }

    @Test
    void progressRunsToTheEndAndCancels() throws IOException {
        Path file = write("long.txt", "a line of some length\n".repeat(20_000));
        AtomicLong last = new AtomicLong();
        CorpusFile.read(file, null, (done, total) -> {
            assertThat(done).isBetween(last.get(), total);
            last.set(done);
        });
        assertThat(last.get()).isEqualTo(2 * Files.size(file));
        assertThatThrownBy(() -> CorpusFile.read(file, null, (done, total) -> {
            if (done > total * 3 / 4) {
                throw new CancellationException();
            }
        })).isInstanceOf(CancellationException.class);
    }

    private Corpus read(String name, String content) throws IOException {
        return CorpusFile.read(write(name, content), null, Progress.NONE);
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }
}
