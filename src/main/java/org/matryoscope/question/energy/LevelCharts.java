package org.matryoscope.question.energy;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.matryoscope.chart.Axis;
import org.matryoscope.chart.Chart;
import org.matryoscope.chart.ChartBuilder;
import org.matryoscope.chart.DataTable;
import org.matryoscope.chart.Ink;
import org.matryoscope.chart.LegendEntry;
import org.matryoscope.chart.Series;
import org.matryoscope.chart.SeriesStyle;
import org.matryoscope.question.Asking;
import org.matryoscope.question.ContenderStyle;
import org.matryoscope.question.energy.EnergyProfile.LevelVariance;

/** Describes the charts of variance by label level: stacked over the dimensions, and cumulated. */
final class LevelCharts {
    /** The most bars in a chart; more dimensions are averaged in groups. */
    private static final int MOST_BARS = 64;
    private static final List<Ink> INKS = List.of(Ink.BLUE, Ink.GREEN, Ink.ORANGE, Ink.PURPLE, Ink.SKY);

    private LevelCharts() {
    }

    /** Variance components per dimension, each bar the mean of neighbouring dimensions where there are many. */
    static Chart perDimension(EnergyAnswer answer) {
        int group = Math.ceilDiv(answer.asking().widest(), MOST_BARS);
        Axis y = Axis.covering("variance component",
                answer.profiles().stream().flatMapToDouble(profile -> Arrays.stream(last(stack(profile, group)))));
        ChartBuilder chart = EnergyCharts.start("Variance of each dimension, by label level",
                group == 1 ? "dimension" : "dimension (each bar: mean of " + group + " neighbouring dimensions)", y,
                answer);
        Asking asking = answer.asking();
        asking.indices().forEach(contender -> {
            ContenderStyle.beginPanel(chart, asking, contender);
            addBars(chart, answer.profiles().get(contender), group);
        });
        addLegend(chart, answer);
        chart.column("dimension", DataTable.range(1, answer.asking().widest()));
        asking.indices()
                .forEach(i -> answer.profiles()
                        .get(i)
                        .levels()
                        .forEach(level -> chart
                                .column(asking.tag(i) + level.name() + " component", level.perDimension())
                                .column(asking.tag(i) + level.name() + " sum of squares", level.sumOfSquares())));
        return chart.summary(LevelFinding.of(answer).inFull()).build();
    }

    private static void addBars(ChartBuilder chart, EnergyProfile profile, int group) {
        double[][] stack = stack(profile, group);
        double[] edges = edges(profile.perDimension().length, group);
        List<LevelVariance> levels = profile.levels();
        for (int i = 0; i < levels.size(); i++) {
            double[] low = i == 0 ? new double[edges.length] : stack[i - 1];
            chart.add(new Series.Bars(name(levels, i), style(levels, i), Set.of(levels.get(i).name()), edges, low,
                    stack[i], difference(stack[i], low)));
        }
    }

    /** Shares of all variance that each level takes within the first d dimensions. */
    static Chart cumulated(EnergyAnswer answer) {
        ChartBuilder chart = EnergyCharts.start("Variance in the first d dimensions, by label level", "prefix length d",
                Axis.linear("share of all variance", 0, 1), answer);
        Asking asking = answer.asking();
        asking.indices().forEach(contender -> {
            ContenderStyle.beginPanel(chart, asking, contender);
            addLayers(chart, answer.profiles().get(contender));
        });
        addLegend(chart, answer);
        chart.column("d", DataTable.range(0, answer.asking().widest()));
        asking.indices().forEach(contender -> {
            EnergyProfile profile = answer.profiles().get(contender);
            double[][] of = shares(profile);
            for (int i = 0; i < of.length; i++) {
                chart.column(asking.tag(contender) + profile.levels().get(i).name(),
                        i == 0 ? of[0] : difference(of[i], of[i - 1]));
            }
        });
        return chart.summary(LevelFinding.of(answer).inFull()).build();
    }

    private static void addLayers(ChartBuilder chart, EnergyProfile profile) {
        double[][] stack = shares(profile);
        double[] x = DataTable.range(0, profile.perDimension().length);
        List<LevelVariance> levels = profile.levels();
        for (int i = 0; i < levels.size(); i++) {
            double[] low = i == 0 ? new double[x.length] : stack[i - 1];
            chart.add(new Series.Band(name(levels, i), style(levels, i), Set.of(levels.get(i).name()), x, low, stack[i],
                    difference(stack[i], low), true));
        }
    }

    private static void addLegend(ChartBuilder chart, EnergyAnswer answer) {
        List<LevelVariance> levels = answer.first().levels();
        for (int i = 0; i < levels.size(); i++) {
            chart.legend(LegendEntry.area(levels.get(i).name(), name(levels, i), style(levels, i)));
        }
    }

    /** Says what a level's component is: between its labels, within those of the level above. */
    static String name(List<LevelVariance> levels, int i) {
        String own = levels.get(i).name();
        if (i == levels.size() - 1) {
            return own;
        }
        return i == 0 ? "between " + plural(own) : "between " + plural(own) + " of one " + levels.get(i - 1).name();
    }

    private static String plural(String noun) {
        return noun.endsWith("y") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
    }

    private static SeriesStyle style(List<LevelVariance> levels, int i) {
        return i == levels.size() - 1
                ? SeriesStyle.solid(Ink.GREY).asPale()
                : SeriesStyle.solid(INKS.get(i % INKS.size()));
    }

    /** Upper edges of the layers, by level and group of dimensions. */
    private static double[][] stack(EnergyProfile profile, int group) {
        int bars = Math.ceilDiv(profile.perDimension().length, group);
        double[][] stack = new double[profile.levels().size()][bars];
        for (int i = 0; i < stack.length; i++) {
            double[] values = profile.levels().get(i).perDimension();
            for (int bar = 0; bar < bars; bar++) {
                double mean = Arrays.stream(values, bar * group, Math.min(values.length, (bar + 1) * group))
                        .average()
                        .orElse(0);
                stack[i][bar] = mean + (i == 0 ? 0 : stack[i - 1][bar]);
            }
        }
        return stack;
    }

    /** Upper edges of the layers, by level and d from 0, as shares of all components together. */
    static double[][] shares(EnergyProfile profile) {
        double total = profile.levels().stream().flatMapToDouble(level -> Arrays.stream(level.perDimension())).sum();
        double[][] shares = new double[profile.levels().size()][profile.perDimension().length + 1];
        for (int i = 0; i < shares.length; i++) {
            double sum = 0;
            for (int d = 1; d < shares[i].length; d++) {
                sum += profile.levels().get(i).perDimension()[d - 1];
                shares[i][d] = sum / total + (i == 0 ? 0 : shares[i - 1][d]);
            }
        }
        return shares;
    }

    private static double[] edges(int dimension, int group) {
        double[] edges = new double[Math.ceilDiv(dimension, group)];
        Arrays.setAll(edges, i -> Math.min(dimension, (i + 1) * group));
        return edges;
    }

    private static double[] difference(double[] high, double[] low) {
        double[] difference = new double[high.length];
        Arrays.setAll(difference, i -> high[i] - low[i]);
        return difference;
    }

    private static double[] last(double[][] stack) {
        return stack[stack.length - 1];
    }
}
