package org.matryoscope.question.storage;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.matryoscope.base.Progress;
import org.matryoscope.question.Asking;
import org.matryoscope.question.Choices;
import org.matryoscope.question.Contender;
import org.matryoscope.question.RealSubjects;
import org.matryoscope.question.RotationChoice;
import org.matryoscope.question.Side;
import org.matryoscope.question.Table;
import org.matryoscope.question.quality.QualityAnswer;
import org.matryoscope.question.quality.QualityMeasure;
import org.matryoscope.question.quality.QualityQuestion;
import org.matryoscope.retrieval.StoredVectors;
import org.matryoscope.study.RotatedVectors;
import org.matryoscope.vector.NumberFormat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

class StorageQuestionTest {
    private static final Contender A = Contender.of(
            RealSubjects.of(Side.A, "encyclopedia", "where do the chemical elements come from"), RotationChoice.AS_IS,
            RotatedVectors.IN_MEMORY);

    private static StorageAnswer ask(Choices choices) {
        return (StorageAnswer) new StorageQuestion().ask(new Asking(List.of(A), List.of(), true, choices),
                Progress.NONE);
    }

    @Test
    void qualityIsTheOneThatQualityMeasures() {
        StorageAnswer answer = ask(Choices.INITIAL.with(StorageQuestion.MEASURE, StorageMeasure.QUALITY));
        QualityAnswer quality = (QualityAnswer) new QualityQuestion()
                .ask(new Asking(List.of(A), List.of(), true, Choices.INITIAL), Progress.NONE);
        double[] ndcg = quality.curves().getFirst().of(QualityMeasure.NDCG).mean();
        int[] prefixes = quality.curves().getFirst().prefixes();
        int at = java.util.Arrays.binarySearch(prefixes, 64);
        assertThat(answer.curves().getFirst().kept(NumberFormat.FLOAT32, 64).share())
                .isCloseTo(ndcg[at] / ndcg[ndcg.length - 1], within(1e-12));
        assertThat(answer.curves().getFirst().kept(NumberFormat.BINARY, 64).share())
                .isLessThan(answer.curves().getFirst().kept(NumberFormat.FLOAT32, 64).share());
    }

    @Test
    void theSmallestStorageIsFoundAmongAllFormats() {
        StorageAnswer answer = ask(Choices.INITIAL);
        StoredVectors smallest = answer.curves().getFirst().smallest(0.9);
        assertThat(smallest.bytesPerVector()).isLessThan(384);
        assertThat(answer.curves().getFirst().kept(smallest.format(), smallest.d()).share())
                .isGreaterThanOrEqualTo(0.9);
        assertThat(answer.finding(Choices.INITIAL).text()).contains(smallest.format().label(),
                Integer.toString(smallest.d()));
    }

    @Test
    void countsAsManyDocumentsAsWillBeStored() {
        Choices million = Choices.INITIAL.with(StorageQuestion.DOCUMENTS, 1_000_000).with(StorageQuestion.PRICE, 2.0);
        Table cells = ask(million).tables(million, new int[]{128}).getFirst();
        assertThat(column(cells, "of 1,000,000")).startsWith("512\u202fMB");
        assertThat(column(cells, "a month")).startsWith("1.02");
    }

    @Test
    void theLessonsTableIsAPreset() {
        Choices lesson = Choices.INITIAL.with(StorageQuestion.LESSON, true);
        Table table = ask(lesson).tables(lesson, new int[]{128}).getFirst();
        assertThat(column(table, "of 1,000,000")).containsExactly("512\u202fMB", "1.02\u202fGB", "2.05\u202fGB",
                "3.07\u202fGB", "12.3\u202fGB");
        assertThat(column(table, "keeps of the first 10").get(4)).isEqualTo("–");
    }

    private static List<String> column(Table table, String header) {
        return table.columns()
                .stream()
                .filter(column -> column.header().equals(header))
                .findFirst()
                .orElseThrow()
                .cells();
    }

    @Test
    void aPriceIsAnAmount() {
        assertThat(StorageQuestion.PRICE.parse("0.02")).isEqualTo(0.02);
        assertThat(StorageQuestion.PRICE.write(0.02)).isEqualTo("0.02");
        for (String wrong : new String[]{"", "-1", "1e9", "much"}) {
            assertThatIllegalArgumentException().isThrownBy(() -> StorageQuestion.PRICE.parse(wrong));
        }
    }
}
