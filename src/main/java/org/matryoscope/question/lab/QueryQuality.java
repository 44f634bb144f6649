package org.matryoscope.question.lab;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.matryoscope.base.Progress;
import org.matryoscope.base.Share;
import org.matryoscope.question.quality.QualityMeasure;
import org.matryoscope.question.quality.QualityStudy;
import org.matryoscope.rotation.Rotation;
import org.matryoscope.vector.VectorStore;

/**
 * How good rankings of all documents are for some queries.
 *
 * @param documents all documents
 * @param queries the queries' vectors before any map, and what is relevant to them
 */
record QueryQuality(PartStore documents, List<QualityStudy.Judged> queries) implements PartMeasure {
    private static final QualityMeasure MEASURE = QualityMeasure.NDCG;
    /** Only recall has a depth that is chosen, and recall is not looked at. */
    private static final int RECALL_AT = 10;

    @Override
    public String name() {
        return MEASURE.label();
    }

    @Override
    public double[][] of(Rotation map, int[] prefixes, Progress progress) {
        try (VectorStore seen = documents.through(map, Share.of(progress, 0, 0.3))) {
            List<QualityStudy.Judged> mapped = queries.stream()
                    .map(query -> new QualityStudy.Judged(map.apply(query.vector()), query.grades()))
                    .toList();
            Map<QualityMeasure, double[][]> curves = QualityStudy
                    .run(seen, mapped, prefixes, RECALL_AT, Share.of(progress, 0.3, 1))
                    .perQuery();
            return Objects.requireNonNull(curves.get(MEASURE));
        }
    }
}
