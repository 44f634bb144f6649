package org.matryoscope.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PairFileTest {
    @TempDir
    private Path folder = Path.of("");

    private Corpus read(String name, String content) throws IOException {
        return CorpusFile.read(Files.writeString(folder.resolve(name), content), null, Progress.NONE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            pairs.csv   | sentence1,sentence2,score\\na cat,a dog,2.5\\na dog,a horse,1
            pairs.tsv   | id\\ttext_a\\ttext_b\\tsimilarity\\n7\\ta cat\\ta dog\\t2.5\\n8\\ta dog\\ta horse\\t1
            pairs.csv   | a cat,a dog,2.5\\na dog,a horse,1
            pairs.jsonl | {"sentence1":"a cat","sentence2":"a dog","score":2.5}\\n{"sentence1":"a dog","sentence2":"a horse","score":1}
            """)
    void tablesOfPairsAreRead(String name, String content) throws IOException {
        Corpus corpus = read(name, content.replace("\\n", "\n").replace("\\t", "\t"));
        assertThat(corpus.documents()).extracting(Document::text).containsExactly("a cat", "a dog", "a horse");
        assertThat(corpus.pairs()).containsExactly(new ScoredPair(0, 1, 2.5), new ScoredPair(1, 2, 1));
        assertThat(corpus.description()).startsWith("2 pairs of the columns");
    }

    @Test
    void otherTablesStayTables() throws IOException {
        assertThat(read("texts.csv", "text,label,score\na cat,x,1\na dog,y,2\n").pairs()).isEmpty();
        assertThat(read("words.csv", "sentence1,sentence2,score\na cat,a dog,high\na dog,a cat,low\n").pairs())
                .isEmpty();
    }

    @Test
    void aRowWithoutScoreIsNamed() {
        String rows = "a,b,1\n".repeat(120);
        assertThatThrownBy(() -> read("late.csv", "sentence1,sentence2,score\n" + rows + "c,d,much\n"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("late.csv")
                .hasMessageContaining("122")
                .hasMessageContaining("much");
    }

    @Test
    void editsThatMoveRowsDropPairsAndOthersKeepThem() throws IOException {
        Corpus corpus = read("pairs.csv", "sentence1,sentence2,score\na cat,a dog,2.5\na dog,a horse,1\n");
        assertThat(CorpusEdits.addLevel(corpus, "kind").pairs()).hasSize(2);
        assertThat(CorpusEdits.remove(corpus, Set.of(0)).pairs()).isEqualTo(List.of());
    }
}
