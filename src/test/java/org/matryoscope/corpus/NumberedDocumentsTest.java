package org.matryoscope.corpus;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class NumberedDocumentsTest {
    @Test
    void namesRowsFromZero() {
        List<Document> documents = new NumberedDocuments(Integer.MAX_VALUE);
        assertThat(documents).hasSize(Integer.MAX_VALUE);
        assertThat(documents.getFirst()).isEqualTo(new Document("0", "row 0", List.of()));
        assertThat(documents.getLast().text()).isEqualTo("row 2147483646");
        assertThatThrownBy(() -> documents.get(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void equalsAnyListOfTheSameDocuments() {
        List<Document> documents = new NumberedDocuments(3);
        assertThat(documents).isEqualTo(new NumberedDocuments(3)).isNotEqualTo(new NumberedDocuments(4));
        assertThat(List.copyOf(documents)).isEqualTo(documents).hasSameHashCodeAs(documents);
        assertThat(documents).isEqualTo(List.copyOf(documents));
    }

    @Test
    void needsARow() {
        assertThatThrownBy(() -> new NumberedDocuments(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
