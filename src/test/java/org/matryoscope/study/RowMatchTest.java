package org.matryoscope.study;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.matryoscope.base.Problem;
import org.matryoscope.corpus.Corpus;
import org.matryoscope.corpus.Document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Rows of a second file find their texts by ids, else by order, and refuse other texts. */
class RowMatchTest {
    private static final Path FILE = Path.of("second.json");

    private static List<Document> documents(String... ids) {
        return Stream.of(ids).map(id -> new Document(id, "text of " + id, List.of())).toList();
    }

    private static Corpus corpus(String... ids) {
        return new Corpus("first.json", "", List.of(), documents(ids), List.of());
    }

    @Test
    void matchesIdsInAnyOrder() {
        assertThat(RowMatch.of(FILE, documents("c", "a", "b"), true, true, corpus("a", "b", "c"))).containsExactly(2, 0,
                1);
        assertThat(RowMatch.of(FILE, documents("a", "b"), true, true, corpus("a", "b"))).as("the same order").isNull();
    }

    @Test
    void refusesAnIdThatTheCorpusLacks() {
        assertThatThrownBy(() -> RowMatch.of(FILE, documents("a", "x"), true, false, corpus("a", "b")))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("second.json, row 2")
                .hasMessageContaining("no text with the id “x”");
    }

    @Test
    void goesByTheOrderWhereIdsHaveNothingInCommon() {
        assertThat(RowMatch.of(FILE, documents("1", "2"), true, false, corpus("a", "b"))).isNull();
    }

    @Test
    void refusesAnotherNumberOfRows() {
        assertThatThrownBy(() -> RowMatch.of(FILE, documents("a"), true, true, corpus("a", "b")))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("it has 1 rows, and “first.json” has 2 texts");
    }

    @Test
    void refusesOtherTextsInTheSameNumberButNotAnEditedOne() {
        List<Document> edited = List.of(new Document("1", "text of a", List.of()),
                new Document("2", "text of b, edited", List.of()), new Document("3", "text of c", List.of()));
        assertThat(RowMatch.of(FILE, edited, false, true, corpus("a", "b", "c"))).isNull();
        assertThatThrownBy(() -> RowMatch.of(FILE, documents("x", "y", "c"), false, true, corpus("a", "b", "c")))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("2 of 3 differ");
    }
}
