package org.matryoscope.corpus;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What the readers say of files that are not a corpus: which file, which place, what to do. */
class BadInputTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"empty.txt", "empty.csv", "empty.jsonl"})
    void emptyFiles(String name) throws IOException {
        refused(name, "").hasMessageContaining("the file is empty");
        refused(name, " \n\n\t ").hasMessageContaining("the file is empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"photo.txt", "photo.csv", "photo.jsonl"})
    void binaryFiles(String name) throws IOException {
        refused(name, new byte[]{(byte) 0x89, 'P', 'N', 'G', 13, 10, 0, 0}).hasMessageContaining("byte 7")
                .hasMessageContaining("not a text file");
    }

    @Test
    void binaryBytesFarIntoTheFile() throws IOException {
        refused("late.txt", "line\n".repeat(3000) + "\0").hasMessageContaining("line 3001").hasMessageContaining("NUL");
    }

    @Test
    void aWrongEncodingIsPlacedAndTheLikelyOneNamed() throws IOException {
        byte[] text = "All plain here.\nUn café très serré à Besançon, déjà payé.\n"
                .getBytes(Charset.forName("windows-1252"));
        refused("old.txt", text).hasMessageContaining("line 2, byte 23")
                .hasMessageContaining("not valid UTF-8; it looks like WINDOWS-1252")
                .hasMessageContaining("Save the file as UTF-8");
    }

    @Test
    void aTextThatEndsInTheMiddleOfACharacter() throws IOException {
        refused("cut.txt", new byte[]{'a', '\n', (byte) 0xE2, (byte) 0x82}).hasMessageContaining("line 2, byte 3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"long.txt", "long.csv", "long.jsonl"})
    void aLineOfTenMegabytes(String name) throws IOException {
        refused(name, "short\n" + "x".repeat(10_000_000)).hasMessageContaining("line 2")
                .hasMessageContaining("more than 1,000,000 characters");
    }

    @Test
    void aPastedLineOfTenMegabytes() {
        assertThatThrownBy(() -> PlainText.pasted("short\n" + "x".repeat(10_000_000))).isInstanceOf(Problem.class)
                .hasMessageContaining("line 2");
    }

    @Test
    void nothingPasted() {
        assertThatThrownBy(() -> PlainText.pasted(" \n ")).isInstanceOf(Problem.class).hasMessageContaining("no text");
    }

    @ParameterizedTest
    @CsvSource({"2, 'id,text\\na,One,more\\nb,Two\\nc,Three\\n'", "3, 'id,text\\na,One\\nb\\nc,Three\\n'"})
    void raggedColumns(int line, String content) throws IOException {
        refused("ragged.csv", content.replace("\\n", "\n")).hasMessageContaining("line " + line)
                .hasMessageContaining("cells where the first has 2");
    }

    @Test
    void aQuoteThatIsNeverClosed() throws IOException {
        refused("open.csv", "id,text\na,One\nb,\"Two\nc,Three\n").hasMessageContaining("line 3")
                .hasMessageContaining("quote");
    }

    @Test
    void idsThatStandThereTwice() throws IOException {
        Path file = write("twice.csv", "id,text\na,One\nb,Two\na,Three\n".getBytes(StandardCharsets.UTF_8));
        ColumnChoice choice = new ColumnChoice("text", "id", List.of());
        assertThatThrownBy(() -> TableFile.read(file, TableFormat.detect(file, null), choice, Progress.NONE))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("line 4")
                .hasMessageContaining("“a” stands in line 2 already");
    }

    @Test
    void malformedJson() throws IOException {
        refused("bad.jsonl", "{\"text\": \"One\"}\n{\"text\": \"Two\"\n").hasMessageContaining("line 2")
                .hasMessageContaining("one JSON object a line");
        refused("bad.jsonl", "{\"text\": \"One\"}\n[1]\n").hasMessageContaining("line 2")
                .hasMessageContaining("not an object");
        refused("bad.jsonl", "{\"text\": \"One\"} {\"text\": \"Two\"}\n").hasMessageContaining("line 1");
    }

    @Test
    void aMissingKey() throws IOException {
        refused("keys.jsonl", "{\"text\": \"One\"}\n{\"body\": \"Two\"}\n").hasMessageContaining("line 2")
                .hasMessageContaining("no “text” here");
    }

    @Test
    void aHeaderWithoutRows() throws IOException {
        Path file = write("header.csv", "id,text\n".getBytes(StandardCharsets.UTF_8));
        TableFormat format = TableFormat.detect(file, null).withHeader(true);
        assertThatThrownBy(() -> TablePreview.of(file, format)).isInstanceOf(Problem.class)
                .hasMessageContaining("no row");
    }

    @Test
    void aFileThatIsNotThereAFolderAndAnUnknownKind() throws IOException {
        assertThatThrownBy(() -> CorpusFile.read(folder.resolve("no.txt"), null, Progress.NONE))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("no such file");
        assertThatThrownBy(() -> CorpusFile.read(folder, null, Progress.NONE)).isInstanceOf(Problem.class)
                .hasMessageContaining("corpus.json");
        refused("deck.pptx", "x").hasMessageContaining("Choose a .txt, .csv, .tsv or .jsonl file");
    }

    private AbstractThrowableAssert<?, ?> refused(String name, String content) throws IOException {
        return refused(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private AbstractThrowableAssert<?, ?> refused(String name, byte[] content) throws IOException {
        Path file = write(name, content);
        return assertThatThrownBy(() -> CorpusFile.read(file, null, Progress.NONE)).isInstanceOf(Problem.class)
                .hasMessageStartingWith(file.toString());
    }

    private Path write(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }
}
