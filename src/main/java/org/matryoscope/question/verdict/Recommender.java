package org.matryoscope.question.verdict;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.matryoscope.base.Numbers;
import org.matryoscope.question.quality.QualityAnswer;
import org.matryoscope.question.quality.QualityMeasure;
import org.matryoscope.question.storage.StorageAnswer;
import org.matryoscope.question.storage.StorageCurves;
import org.matryoscope.retrieval.StoredVectors;

/**
 * Chooses what to store: the fewest bytes that keep enough. Where queries are judged, contenders are held to one mark, a share of the
 * best one's quality at full size. Agreement is each contender's with itself and compares none with another: there, the
 * first one is chosen.
 */
final class Recommender {
    private Recommender() {
    }

    static Recommendation recommend(VerdictAnswer answer, StorageAnswer storage, double kept) {
        QualityAnswer quality = answer.quality();
        return quality == null ? byAgreement(answer, storage, kept) : byQuality(answer, quality, storage, kept);
    }

    private static Recommendation byAgreement(VerdictAnswer answer, StorageAnswer storage, double kept) {
        return of(answer, storage, 0, kept, kept,
                "the fewest bytes that keep %s of %s, there and at every longer prefix");
    }

    private static Recommendation byQuality(VerdictAnswer answer, QualityAnswer quality, StorageAnswer storage,
            double kept) {
        List<Double> full = quality.curves().stream().map(curve -> {
            double[] mean = curve.of(QualityMeasure.NDCG).mean();
            return mean[mean.length - 1];
        }).toList();
        int asked = answer.asking().contenders().size();
        double best = full.subList(0, asked).stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        Optional<Recommendation> smallest = IntStream.range(0, asked)
                .filter(i -> kept * best <= full.get(i))
                .mapToObj(i -> of(answer, storage, i, kept * best / full.get(i), kept,
                        "the fewest bytes that keep %s of the best %s at full size, there and at every longer prefix measured"))
                .min(Comparator.comparingLong(each -> each.stored().bytesPerVector()));
        return smallest.orElseThrow();
    }

    private static Recommendation of(VerdictAnswer answer, StorageAnswer storage, int contender, double threshold,
            double kept, String why) {
        StorageCurves curves = storage.curves().get(contender);
        // Agreement is measured over more queries than storage is.
        StoredVectors stored = curves.smallest(threshold, answer.deciding(contender).smallest(threshold).d());
        return new Recommendation(contender, stored,
                why.formatted(Numbers.percent(kept), answer.deciding(contender).name()) + ".");
    }
}
