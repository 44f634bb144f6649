package org.matryoscope.corpus;

import java.util.HashSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.matryoscope.base.Problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BuiltInCorporaTest {
    @Test
    void theLessonComesFirst() {
        assertThat(BuiltInCorpora.list()).extracting(BuiltInCorpus::name)
                .containsExactly("Lesson", "Encyclopedia", "Help desk");
        assertThat(BuiltInCorpora.load("lesson").queries().getFirst().text())
                .isEqualTo("How do transformers handle long sequences?");
    }

    @ParameterizedTest
    @CsvSource({"lesson, 14, 1, 3", "encyclopedia, 800, 3, 60", "help-desk, 640, 2, 20"})
    void eachHasItsNumberOfTextsLevelsAndQueries(String id, int documents, int levels, int queries) {
        Corpus corpus = BuiltInCorpora.load(id);
        assertThat(corpus.documents()).hasSize(documents);
        assertThat(corpus.levels()).hasSize(levels);
        assertThat(corpus.queries()).hasSize(queries);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lesson", "encyclopedia", "help-desk"})
    void everyQueryHasARelevantDocument(String id) {
        Corpus corpus = BuiltInCorpora.load(id);
        assertThat(corpus.queries()).allSatisfy(query -> {
            assertThat(query.grades().values()).anyMatch(grade -> grade > 0);
            assertThat(query.grades().keySet()).allMatch(row -> row < corpus.documents().size());
        });
        assertThat(new HashSet<>(corpus.queries().stream().map(JudgedQuery::id).toList()))
                .hasSameSizeAs(corpus.queries());
    }

    @Test
    void anUnknownNameIsAnsweredWithTheKnownOnes() {
        assertThatThrownBy(() -> BuiltInCorpora.load("novels")).isInstanceOf(Problem.class)
                .hasMessageContaining("lesson, encyclopedia, help-desk");
    }
}
