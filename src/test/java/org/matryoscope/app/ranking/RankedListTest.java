package org.matryoscope.app.ranking;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import org.matryoscope.app.ManyRows;
import org.matryoscope.base.Progress;
import org.matryoscope.question.Subject;
import org.matryoscope.retrieval.LiveRanking;
import org.matryoscope.retrieval.RankingAt;
import org.matryoscope.vector.RadixRanking;

import static org.assertj.core.api.Assertions.assertThat;

class RankedListTest {
    @Test
    void findsThePlaceOfEveryDocument() {
        Subject subject = ManyRows.subject(3000, 8, 1);
        RankingAt ranking = new LiveRanking(subject.texts().store(), subject.asked().vector(), Progress.NONE).at(1,
                true);
        RankedList list = list(subject, ranking);
        // Cosines at d = 1 are 1 or −1, so nearly all places are told apart by their rows.
        for (int place = 0; place < list.size(); place++) {
            assertThat(list.placeOf(list.rowAt(place))).isEqualTo(place);
        }
        subject.texts().store().close();
    }

    @Test
    void findsPlacesAmongTiesZerosAndExcludedDocuments() {
        float[] score = {0f, -0f, Float.NaN, 0.5f, 0f, -1f, 0.5f, Float.NaN};
        int[] order = new RadixRanking().order(score);
        Subject subject = ManyRows.subject(8, 2, 1);
        RankedList list = list(subject, new RankingAt(1, true, order, score, order, order, score));
        int[] places = IntStream.range(-1, 9).map(list::placeOf).toArray();
        assertThat(places).containsExactly(-1, 2, 3, -1, 0, 4, 5, 1, -1, -1);
        subject.texts().store().close();
    }

    private static RankedList list(Subject subject, RankingAt ranking) {
        return new RankedList(subject, ranking, Reference.atFullSize(ranking, 4), null);
    }
}
