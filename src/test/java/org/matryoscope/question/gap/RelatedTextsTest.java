package org.matryoscope.question.gap;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.matryoscope.corpus.Corpus;
import org.matryoscope.corpus.JudgedQuery;
import org.matryoscope.corpus.NumberedDocuments;

import static org.assertj.core.api.Assertions.assertThat;

class RelatedTextsTest {
    @Test
    void judgedTextsComeBeforeStandIns() {
        JudgedQuery both = new JudgedQuery("both", "both", Map.of(7, 1, 3, 2, 5, 0));
        JudgedQuery oneSided = new JudgedQuery("one", "one", Map.of(1, 1, 2, 1, 3, 1));
        List<RelatedTexts> questions = RelatedTexts.in(corpus(10, oneSided, both));
        assertThat(questions).extracting(RelatedTexts::query).containsExactly(both);
        assertThat(questions.getFirst().related()).containsExactly(3, 7);
        assertThat(questions.getFirst().unrelated()).containsExactly(5);
    }

    @Test
    void fewOthersAllStandIn() {
        RelatedTexts question = RelatedTexts.in(corpus(5, new JudgedQuery("q", "q", Map.of(1, 1)))).getFirst();
        assertThat(question.explicit()).isFalse();
        assertThat(question.unrelated()).containsExactly(0, 2, 3, 4);
        assertThat(question.unjudged()).isEqualTo(4);
    }

    @Test
    void ofManyOthersADrawStandsIn() {
        RelatedTexts question = RelatedTexts.in(corpus(1_000_000, new JudgedQuery("q", "q", Map.of(1, 1)))).getFirst();
        assertThat(question.unrelated()).hasSize(RelatedTexts.MOST_STANDING_IN).isSorted().doesNotContain(1);
    }

    @Test
    void aQueryWithoutRelevantOrOtherDocumentsIsNoQuestion() {
        assertThat(RelatedTexts
                .in(corpus(2, new JudgedQuery("q", "q", Map.of(0, 1, 1, 1)), new JudgedQuery("r", "r", Map.of(0, 0)))))
                .isEmpty();
    }

    private static Corpus corpus(int documents, JudgedQuery... queries) {
        return new Corpus("test", "", List.of(), new NumberedDocuments(documents), List.of(queries));
    }
}
