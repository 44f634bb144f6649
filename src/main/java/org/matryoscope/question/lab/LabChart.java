package org.matryoscope.question.lab;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import org.matryoscope.chart.Axis;
import org.matryoscope.chart.AxisScale;
import org.matryoscope.chart.Chart;
import org.matryoscope.chart.ChartBuilder;
import org.matryoscope.chart.LegendEntry;
import org.matryoscope.chart.Series;
import org.matryoscope.chart.SeriesStyle;
import org.matryoscope.metric.MeanCurve;
import org.matryoscope.question.Asking;
import org.matryoscope.question.ContenderStyle;

/** Describes the charts of a training. */
final class LabChart {
    private static final String HELD_OUT = "held out, mean";

    private LabChart() {
    }

    /** A measure by prefix, a line a contender. */
    static Chart measure(LabAnswer answer, Compared of) {
        Asking measured = answer.measured();
        ChartBuilder chart = Chart
                .builder(of.name() + " against prefix length",
                        Axis.prefixes("prefix length d", AxisScale.LOG2, measured.widest()),
                        Axis.covering(of.name(),
                                of.values().stream().flatMapToDouble(each -> DoubleStream.of(each.high()))))
                .maxPrefix(measured.dimension())
                .trained(answer.trainedPrefixes());
        double[] x = Arrays.stream(of.prefixes()).asDoubleStream().toArray();
        measured.indices().forEach(i -> {
            MeanCurve values = of.values().get(i);
            chart.add(new Series.Band(measured.tag(i) + "95 % interval",
                    ContenderStyle.of(measured.contenders().get(i)), Set.of(ContenderStyle.key(measured, i)), x,
                    values.low(), values.high(), values.mean(), false));
        });
        measured.indices().forEach(i -> {
            MeanCurve values = of.values().get(i);
            line(chart, measured, i, of.name(), x, values.mean());
            chart.column(measured.tag(i) + "d", x)
                    .column(measured.tag(i) + of.name(), values.mean())
                    .column(measured.tag(i) + of.name() + " low", values.low())
                    .column(measured.tag(i) + of.name() + " high", values.high());
        });
        ContenderStyle.addLegend(chart, measured);
        return chart.summary(LabFinding.of(answer).inFull()).build();
    }

    /** The energy in the first dimensions, a line a contender. */
    static Chart energy(LabAnswer answer) {
        Asking measured = answer.measured();
        ChartBuilder chart = Chart
                .builder("share of the energy in the first d dimensions",
                        Axis.prefixes("prefix length d", AxisScale.LOG2, measured.widest()),
                        Axis.linear("share of energy", 0, 1))
                .maxPrefix(measured.dimension())
                .trained(answer.trainedPrefixes());
        double[] x = IntStream.rangeClosed(1, measured.dimension()).asDoubleStream().toArray();
        measured.indices().forEach(i -> {
            line(chart, measured, i, "energy", x, answer.energy().get(i));
            chart.column(measured.tag(i) + "d", x).column(measured.tag(i) + "energy", answer.energy().get(i));
        });
        ContenderStyle.addLegend(chart, measured);
        return chart.summary(LabFinding.of(answer).inFull()).build();
    }

    private static void line(ChartBuilder chart, Asking measured, int i, String name, double[] x, double[] y) {
        chart.add(new Series.Line(measured.tag(i) + name, ContenderStyle.of(measured.contenders().get(i)),
                Set.of(ContenderStyle.key(measured, i)), x, y, y, measured.contenders().get(i).name()));
    }

    /** The loss at each prefix against the step, and its mean on what is held out. */
    static Chart loss(LabAnswer answer) {
        var history = answer.state().history();
        double[] x = history.stream().mapToDouble(LabState.Point::step).toArray();
        ChartBuilder chart = Chart.builder("loss at each prefix against training step",
                Axis.linear("step", 0, Math.max(1, answer.steps())),
                Axis.covering("loss",
                        history.stream()
                                .flatMapToDouble(point -> DoubleStream.concat(DoubleStream.of(point.losses()),
                                        DoubleStream.of(point.heldOut())))
                                .filter(Double::isFinite)));
        chart.withoutPrefixes().column("step", x);
        int lines = history.stream().mapToInt(point -> point.losses().length).min().orElse(0);
        boolean fixed = history.stream().map(point -> Arrays.hashCode(point.prefixes())).distinct().count() <= 1;
        for (int i = 0; i < lines; i++) {
            int at = i;
            String name = fixed ? "d = " + history.getFirst().prefixes()[i] : "prefix " + (i + 1) + " drawn";
            add(chart, name, SeriesStyle.numbered(i), x,
                    history.stream().mapToDouble(point -> point.losses()[at]).toArray());
        }
        if (history.stream().anyMatch(point -> !Double.isNaN(point.heldOut()))) {
            add(chart, HELD_OUT, SeriesStyle.numbered(lines).asDashed(), x,
                    history.stream().mapToDouble(LabState.Point::heldOut).toArray());
        }
        return chart.summary(LabFinding.of(answer).inFull()).build();
    }

    private static void add(ChartBuilder chart, String name, SeriesStyle style, double[] x, double[] y) {
        chart.add(new Series.Line(name, style, Set.of(name), x, y, y, name));
        chart.legend(LegendEntry.line(name, name, style)).column(name, y);
    }
}
