package org.matryoscope.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BeirFolderTest {
    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void lay() throws IOException {
        Files.writeString(folder.resolve("corpus.jsonl"), """
                {"_id": "p1", "title": "Bees", "text": "They dance."}
                {"_id": "p2", "text": "No title here."}
                """);
        Files.writeString(folder.resolve("queries.jsonl"), """
                {"_id": "1", "text": "how do bees talk"}
                {"_id": "2", "text": "judged by nobody"}
                """);
        Files.createDirectories(folder.resolve("qrels"));
        Files.writeString(folder.resolve("qrels/test.tsv"), "query-id\tcorpus-id\tscore\n1\tp1\t2\n1\tp2\t0\n");
        Files.writeString(folder.resolve("qrels/train.tsv"), "query-id\tcorpus-id\tscore\n2\tp1\t1\n");
    }

    @Test
    void isReadWithItsTitlesAndTheTestJudgements() {
        assertThat(CorpusFolder.isOne(folder)).isTrue();
        Corpus corpus = CorpusFile.read(folder, null, Progress.NONE);

        assertThat(corpus.documents()).extracting(Document::text).containsExactly("Bees They dance.", "No title here.");
        assertThat(corpus.queries()).containsExactly(new JudgedQuery("1", "how do bees talk", Map.of(0, 2, 1, 0)));
    }

    @Test
    void aJudgementOfAnUnknownPassageIsNamed() throws IOException {
        Files.writeString(folder.resolve("qrels/test.tsv"), "1\tp1\t2\n1\tp9\t1\n");

        assertThatThrownBy(() -> CorpusFile.read(folder, null, Progress.NONE)).isInstanceOf(Problem.class)
                .hasMessageContaining("test.tsv, line 2")
                .hasMessageContaining("p9");
    }

    @Test
    void withoutJudgementsTheFolderSaysWhatIsMissing() throws IOException {
        Files.delete(folder.resolve("qrels/test.tsv"));
        Files.delete(folder.resolve("qrels/train.tsv"));

        assertThatThrownBy(() -> CorpusFile.read(folder, null, Progress.NONE)).isInstanceOf(Problem.class)
                .hasMessageContaining("qrels")
                .hasMessageContaining("there are no judgements");
    }
}
