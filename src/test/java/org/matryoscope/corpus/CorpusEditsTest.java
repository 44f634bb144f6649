package org.matryoscope.corpus;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import org.matryoscope.base.Problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CorpusEditsTest {
    private static final Corpus CORPUS = new Corpus("c", "d", List.of("topic"),
            List.of(new Document("a", "One", List.of("x")), new Document("4", "Two", List.of("x")),
                    new Document("c", "Three", List.of("y"))),
            List.of(new JudgedQuery("q1", "first", Map.of(0, 2, 2, 1)), new JudgedQuery("q2", "second", Map.of(1, 1))));

    @Test
    void aTextIsReplacedAndTheOldCorpusStays() {
        assertThat(CorpusEdits.text(CORPUS, 1, " New ").documents().get(1))
                .isEqualTo(new Document("4", "New", List.of("x")));
        assertThat(CORPUS.documents().get(1).text()).isEqualTo("Two");
        assertThatThrownBy(() -> CorpusEdits.text(CORPUS, 1, "  ")).isInstanceOf(Problem.class);
    }

    @Test
    void addedTextsGetUnusedIdsAndEmptyLabels() {
        assertThat(CorpusEdits.add(CORPUS, List.of("Four", " ", "Five")).documents()).hasSize(5)
                .endsWith(new Document("5", "Four", List.of("")), new Document("6", "Five", List.of("")));
    }

    @Test
    void removingMovesTheJudgementsAlong() {
        Corpus less = CorpusEdits.remove(CORPUS, Set.of(1));
        assertThat(less.documents()).extracting(Document::id).containsExactly("a", "c");
        assertThat(less.queries()).containsExactly(new JudgedQuery("q1", "first", Map.of(0, 2, 1, 1)));
        assertThatThrownBy(() -> CorpusEdits.remove(CORPUS, Set.of(0, 1, 2))).isInstanceOf(Problem.class);
    }

    @Test
    void labelsAreAddedLevelByLevel() {
        Corpus finer = CorpusEdits.label(CorpusEdits.addLevel(CORPUS, "subtopic"), Set.of(0, 2), 1, "z");
        assertThat(finer.levels()).containsExactly("topic", "subtopic");
        assertThat(finer.documents()).extracting(Document::labels)
                .containsExactly(List.of("x", "z"), List.of("x", ""), List.of("y", "z"));
        assertThatThrownBy(() -> CorpusEdits.addLevel(CORPUS, "topic")).isInstanceOf(Problem.class);
    }
}
