package org.matryoscope.question.energy;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.DoubleStream;

import org.matryoscope.chart.Axis;
import org.matryoscope.chart.AxisScale;
import org.matryoscope.chart.Chart;
import org.matryoscope.chart.ChartBuilder;
import org.matryoscope.chart.DataTable;
import org.matryoscope.chart.Ink;
import org.matryoscope.chart.LegendEntry;
import org.matryoscope.chart.Series;
import org.matryoscope.chart.SeriesStyle;
import org.matryoscope.question.Asking;
import org.matryoscope.question.Contender;
import org.matryoscope.question.ContenderStyle;

/** Describes the charts of energy per dimension and cumulated. */
final class EnergyCharts {
    private static final SeriesStyle OFFSET = SeriesStyle.solid(Ink.ORANGE);
    private static final SeriesStyle VARIANCE = SeriesStyle.solid(Ink.BLUE);
    /** A logarithmic axis shows values down to this share of the largest. */
    private static final double LOG_DEPTH = 1e-6;

    private EnergyCharts() {
    }

    /** Bars of mean² and variance stacked; on a logarithmic axis, where stacks mislead, a line for each. */
    static Chart perDimension(EnergyAnswer answer, boolean logarithmic) {
        ChartBuilder chart = start("Energy of each dimension", "dimension",
                logarithmic ? logAxis(answer) : Axis.covering("energy", totals(answer)), answer);
        Asking asking = answer.asking();
        asking.indices().forEach(i -> {
            ContenderStyle.beginPanel(chart, asking, i);
            addEnergy(chart, answer.profiles().get(i), logarithmic);
        });
        chart.legend(LegendEntry.area("offset", "offset, mean²", OFFSET));
        chart.legend(LegendEntry.area("variance", "variance", VARIANCE));
        chart.column("dimension", DataTable.range(1, asking.widest()));
        asking.indices().forEach(i -> {
            EnergyProfile profile = answer.profiles().get(i);
            chart.column(asking.tag(i) + "energy", profile.perDimension())
                    .column(asking.tag(i) + "mean squared", profile.meanSquared())
                    .column(asking.tag(i) + "variance", profile.variance());
        });
        return chart.summary(EnergyFinding.of(answer).inFull()).build();
    }

    private static void addEnergy(ChartBuilder chart, EnergyProfile profile, boolean logarithmic) {
        double[] x = DataTable.range(1, profile.perDimension().length);
        Set<String> variance = Set.of("variance");
        Set<String> offset = Set.of("offset");
        if (logarithmic) {
            chart.add(new Series.Line("variance", VARIANCE.wide(1.2), variance, x, profile.variance()));
            chart.add(new Series.Line("offset, mean²", OFFSET.wide(1.2), offset, x, profile.meanSquared()));
        } else {
            chart.add(new Series.Bars("variance", VARIANCE, variance, x, profile.meanSquared(), profile.perDimension(),
                    profile.variance()));
            chart.add(new Series.Bars("offset, mean²", OFFSET, offset, x, new double[x.length], profile.meanSquared(),
                    profile.meanSquared()));
        }
    }

    /** The share of the energy in each prefix, against an even spread. */
    static Chart cumulative(EnergyAnswer answer) {
        ChartBuilder chart = start("Share of the energy in the first d dimensions", "prefix length d",
                Axis.linear("share of energy", 0, 1), answer);
        Asking asking = answer.asking();
        chart.trained(asking.first().trained());
        int dimension = asking.dimension();
        SeriesStyle even = SeriesStyle.solid(Ink.GREY).wide(1);
        chart.add(new Series.Line("even spread, d/D", even, Set.of("even"), DataTable.range(0, dimension),
                DoubleStream.iterate(0, d -> d + 1).limit(dimension + 1L).map(d -> d / dimension).toArray()));
        chart.column("d", DataTable.range(0, asking.widest()));
        asking.indices().forEach(i -> {
            double[] cumulative = answer.profiles().get(i).cumulative();
            double[] share = new double[cumulative.length + 1];
            System.arraycopy(cumulative, 0, share, 1, cumulative.length);
            Contender contender = asking.contenders().get(i);
            String name = asking.tag(i) + "C(d)";
            String key = ContenderStyle.key(asking, i);
            SeriesStyle style = ContenderStyle.of(contender);
            chart.add(new Series.Line(name, style, Set.of(key), DataTable.range(0, share.length - 1), share));
            chart.column(name, share);
        });
        ContenderStyle.addLegend(chart, asking);
        chart.legend(LegendEntry.line("even", "even spread, d/D", even));
        return chart.summary(EnergyFinding.of(answer).inFull()).build();
    }

    static ChartBuilder start(String title, String x, Axis y, EnergyAnswer answer) {
        return Chart.builder(title, Axis.prefixes(x, AxisScale.LINEAR, answer.asking().widest()), y)
                .maxPrefix(answer.asking().dimension())
                .dropShading();
    }

    private static DoubleStream totals(EnergyAnswer answer) {
        return answer.profiles().stream().flatMapToDouble(profile -> Arrays.stream(profile.perDimension()));
    }

    private static Axis logAxis(EnergyAnswer answer) {
        double most = totals(answer).max().orElse(1);
        double least = answer.profiles()
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
