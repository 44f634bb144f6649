package org.matryoscope.question.rotation;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.matryoscope.chart.Axis;
import org.matryoscope.chart.AxisScale;
import org.matryoscope.chart.Chart;
import org.matryoscope.chart.ChartBuilder;
import org.matryoscope.chart.Ink;
import org.matryoscope.chart.LegendEntry;
import org.matryoscope.chart.Mark;
import org.matryoscope.chart.Series;
import org.matryoscope.chart.SeriesStyle;
import org.matryoscope.metric.MeanCurve;
import org.matryoscope.question.Asking;
import org.matryoscope.question.Contender;
import org.matryoscope.question.ContenderStyle;

/** Describes the chart of a prefix's quality against the number of texts that its rotation was fitted on. */
final class RotationChart {
    private static final String FULL = "full size";

    private RotationChart() {
    }

    static Chart of(RotationAnswer answer, int d) {
        Asking measured = answer.measured();
        int least = answer.learned().stream().mapToInt(each -> each.texts()[0]).min().orElseThrow();
        int most = answer.learned()
                .stream()
                .mapToInt(each -> each.texts()[each.texts().length - 1])
                .max()
                .orElseThrow();
        String name = answer.measure().name();
        ChartBuilder chart = Chart
                .builder(
                        name + " at d = " + answer.placed(answer.learned().getFirst(), d)
                                + " against the number of texts that PCA is fitted on",
                        new Axis("texts fitted on", AxisScale.LOG2, least, Math.max(most, least + 1), true, List.of()),
                        Axis.linear(name, 0, 1))
                .withoutPrefixes();
        Set<Integer> learnedPcas = new HashSet<>();
        answer.learned().forEach(each -> learnedPcas.add(each.pca()));
        measured.indices()
                .filter(i -> !learnedPcas.contains(i))
                .forEach(i -> addLevel(chart, answer, i, d, least, most));
        answer.learned().forEach(each -> addFull(chart, answer, each, least, most));
        answer.learned().forEach(each -> addLearned(chart, measured, each, name, d));
        ContenderStyle.addLegend(chart, measured);
        chart.legend(LegendEntry.line(FULL, FULL, SeriesStyle.solid(Ink.MUTED).wide(1)));
        return chart.summary(RotationFinding.of(answer, d).inFull()).build();
    }

    /** What does not depend on the number of texts. */
    private static void addLevel(ChartBuilder chart, RotationAnswer answer, int i, int d, double from, double to) {
        Contender contender = answer.measured().contenders().get(i);
        RotationCurve curve = answer.curves().get(i);
        addLevel(chart, answer, i, ContenderStyle.of(contender), curve.mean(d),
                new double[]{from, Math.max(to, from + 1)});
        chart.column(answer.measured().tag(i) + answer.measure().name(), new double[]{curve.mean(d)})
                .column(answer.measured().tag(i) + "low", new double[]{curve.values().low()[curve.place(d)]})
                .column(answer.measured().tag(i) + "high", new double[]{curve.values().high()[curve.place(d)]});
    }

    private static void addLevel(ChartBuilder chart, RotationAnswer answer, int i, SeriesStyle style, double height,
            double[] x) {
        double[] y = {height, height};
        String name = answer.measured().contenders().get(i).name();
        chart.add(new Series.Line(name + " " + answer.measure().name(), style,
                Set.of(ContenderStyle.key(answer.measured(), i)), x, y, y, name));
    }

    private static void addFull(ChartBuilder chart, RotationAnswer answer, LearningCurve learned, double from,
            double to) {
        Contender own = answer.measured().contenders().get(learned.own());
        double full = answer.curves().get(learned.own()).full();
        chart.add(new Series.Line(own.name() + " at full size", ContenderStyle.of(own).wide(1),
                Set.of(ContenderStyle.key(answer.measured(), learned.own()), FULL),
                new double[]{from, Math.max(to, from + 1)}, new double[]{full, full}));
    }

    private static void addLearned(ChartBuilder chart, Asking measured, LearningCurve learned, String name, int d) {
        Contender pca = measured.contenders().get(learned.pca());
        SeriesStyle style = ContenderStyle.of(pca);
        Set<String> key = Set.of(ContenderStyle.key(measured, learned.pca()));
        double[] x = Arrays.stream(learned.texts()).asDoubleStream().toArray();
        MeanCurve values = learned.at(d);
        String tag = measured.tag(learned.pca());
        chart.add(new Series.Band(tag + "95 % interval", style, key, x, values.low(), values.high(), values.mean(),
                false));
        chart.add(new Series.Line(tag + name, style, key, x, values.mean(), values.mean(), pca.name()));
        int enough = learned.enough(d);
        chart.mark(new Mark(enough, tag + "enough at " + enough, Mark.Kind.FINDING, style));
        chart.column(tag + "texts", x)
                .column(tag + name, values.mean())
                .column(tag + name + " low", values.low())
                .column(tag + name + " high", values.high());
    }
}
