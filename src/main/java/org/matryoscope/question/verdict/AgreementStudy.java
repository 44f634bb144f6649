package org.matryoscope.question.verdict;

import java.util.List;

import org.matryoscope.base.Progress;
import org.matryoscope.metric.MeanCurve;
import org.matryoscope.question.Asking;
import org.matryoscope.question.CommonOptions;
import org.matryoscope.question.Prefixes;
import org.matryoscope.question.QueryPlan;
import org.matryoscope.question.stability.Measure;
import org.matryoscope.question.stability.OverlapStudy;

/** Measures how much of the first k prefixes keep: what Stability measures, without the correlations, which take longest. */
final class AgreementStudy {
    private static final long SEED = 1;
    /** Up to so many dimensions every prefix is measured. */
    private static final int EVERY_PREFIX = 512;
    private static final int SPARSE_PREFIXES = 160;

    private AgreementStudy() {
    }

    static List<KeptMeasure> measure(Asking asking, QueryPlan plan, Progress progress) {
        return asking.each(progress, (i, part) -> {
            int dimension = asking.contenders().get(i).dimension();
            int[] prefixes = Prefixes.atEqualRatios(dimension,
                    dimension <= EVERY_PREFIX ? 10 * dimension : SPARSE_PREFIXES);
            List<KeptMeasure> draws = plan.eachDraw(i, part,
                    (material, rest) -> measure(asking, material, prefixes, rest));
            KeptMeasure first = draws.getFirst();
            return draws.size() == 1
                    ? first
                    : new KeptMeasure(first.name(), prefixes,
                            MeanCurve.spanning(draws.stream().map(KeptMeasure::share).toList()), first.queries());
        });
    }

    private static KeptMeasure measure(Asking asking, QueryPlan.Material material, int[] prefixes, Progress progress) {
        int k = Math.min(asking.get(CommonOptions.DEPTH), material.store().rows());
        double[][] overlaps = OverlapStudy.run(material.store(), material.queries(), k, prefixes, progress);
        return new KeptMeasure(Measure.OVERLAP.at(k), prefixes, MeanCurve.of(overlaps, SEED),
                material.queries().size());
    }
}
