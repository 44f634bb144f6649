package org.matryoscope.app.view;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.DoubleStream;

import org.matryoscope.app.state.Side;
import org.matryoscope.chart.Axis;
import org.matryoscope.chart.AxisScale;
import org.matryoscope.chart.Chart;
import org.matryoscope.chart.ChartBuilder;
import org.matryoscope.chart.DataTable;
import org.matryoscope.chart.Ink;
import org.matryoscope.chart.LegendEntry;
import org.matryoscope.chart.Series;
import org.matryoscope.chart.SeriesStyle;
import org.matryoscope.study.EnergyProfile;

/** Describes the charts of energy per dimension and cumulated. */
final class EnergyCharts {
    private static final SeriesStyle OFFSET = SeriesStyle.solid(Ink.ORANGE);
    private static final SeriesStyle VARIANCE = SeriesStyle.solid(Ink.BLUE);
    private static final SeriesStyle OTHER_MODEL = SeriesStyle.solid(Ink.VERMILION).asDashed();
    /** A logarithmic axis shows values down to this share of the largest. */
    private static final double LOG_DEPTH = 1e-6;

    private EnergyCharts() {
    }

    /** Bars of mean² and variance stacked; on a logarithmic axis, where stacks mislead, a line for each. */
    static Chart perDimension(EnergyAnswer answer, boolean logarithmic) {
        EnergyProfile a = answer.profiles().a();
        String tag = answer.profiles().tag(Side.A);
        ChartBuilder chart = start("Energy of each dimension", "dimension",
                logarithmic ? logAxis(answer) : Axis.covering("energy", totals(answer)), answer);
        double[] x = DataTable.range(1, answer.dimension());
        Set<String> variance = Set.of("variance", "A");
        Set<String> offset = Set.of("offset", "A");
        if (logarithmic) {
            chart.add(new Series.Line(tag + "variance", VARIANCE.wide(1.2), variance, x, a.variance()));
            chart.add(new Series.Line(tag + "offset, mean²", OFFSET.wide(1.2), offset, x, a.meanSquared()));
        } else {
            chart.add(new Series.Bars(tag + "variance", VARIANCE, variance, x, a.meanSquared(), a.perDimension(),
                    a.variance()));
            chart.add(new Series.Bars(tag + "offset, mean²", OFFSET, offset, x, new double[x.length], a.meanSquared(),
                    a.meanSquared()));
        }
        chart.legend(LegendEntry.area("offset", tag + "offset, mean²", OFFSET));
        chart.legend(LegendEntry.area("variance", tag + "variance", VARIANCE));
        answer.profiles().b().ifPresent(b -> {
            chart.add(new Series.Line("B energy", OTHER_MODEL.wide(1.2), Set.of("B"),
                    DataTable.range(1, b.perDimension().length), b.perDimension()));
            chart.legend(LegendEntry.line("B", "B energy: " + answer.names().answers().get(Side.B), OTHER_MODEL));
        });
        chart.column("dimension", DataTable.range(1, answer.widest()));
        answer.profiles().forEach((side, profile) -> {
            String by = answer.profiles().tag(side);
            chart.column(by + "energy", profile.perDimension())
                    .column(by + "mean squared", profile.meanSquared())
                    .column(by + "variance", profile.variance());
        });
        return chart.summary(EnergySentence.perDimension(answer)).build();
    }

    /** The share of the energy in each prefix, against an even spread. */
    static Chart cumulative(EnergyAnswer answer) {
        ChartBuilder chart = start("Share of the energy in the first d dimensions", "prefix length d",
                Axis.linear("share of energy", 0, 1), answer);
        int dimension = answer.dimension();
        SeriesStyle even = SeriesStyle.solid(Ink.GREY).wide(1);
        chart.add(new Series.Line("even spread, d/D", even, Set.of("even"), DataTable.range(0, dimension),
                DoubleStream.iterate(0, d -> d + 1).limit(dimension + 1L).map(d -> d / dimension).toArray()));
        chart.column("d", DataTable.range(0, answer.widest()));
        answer.profiles().forEach((side, profile) -> {
            double[] share = new double[profile.cumulative().length + 1];
            System.arraycopy(profile.cumulative(), 0, share, 1, profile.cumulative().length);
            SeriesStyle style = side == Side.A ? VARIANCE : OTHER_MODEL;
            String name = answer.profiles().tag(side) + "C(d)";
            chart.add(new Series.Line(name, style, Set.of(side.name()), DataTable.range(0, share.length - 1), share));
            chart.legend(LegendEntry.line(side.name(), name + ": " + answer.names().answers().get(side), style));
            chart.column(name, share);
        });
        chart.legend(LegendEntry.line("even", "even spread, d/D", even));
        return chart.summary(EnergySentence.cumulative(answer)).build();
    }

    static ChartBuilder start(String title, String x, Axis y, EnergyAnswer answer) {
        return Chart.builder(title, Axis.prefixes(x, AxisScale.LINEAR, answer.widest()), y)
                .maxPrefix(answer.dimension())
                .trained(answer.trained())
                .dropShading();
    }

    private static DoubleStream totals(EnergyAnswer answer) {
        return answer.profiles()
                .answers()
                .values()
                .stream()
                .flatMapToDouble(profile -> Arrays.stream(profile.perDimension()));
    }

    private static Axis logAxis(EnergyAnswer answer) {
        double most = totals(answer).max().orElse(1);
        double least = answer.profiles()
                .answers()
                .values()
                .stream()
                .flatMapToDouble(profile -> DoubleStream.concat(Arrays.stream(profile.meanSquared()),
                        Arrays.stream(profile.variance())))
                .filter(value -> value > most * LOG_DEPTH)
                .min()
                .orElse(most / 10);
        return new Axis("energy", AxisScale.LOG10, Math.pow(10, Math.floor(Math.log10(least))),
                Math.pow(10, Math.ceil(Math.log10(most))), false, java.util.List.of());
    }
}
