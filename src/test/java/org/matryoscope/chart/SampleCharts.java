package org.matryoscope.chart;

import java.util.Arrays;
import java.util.Random;
import java.util.Set;

/** Made-up charts. */
public final class SampleCharts {
    private SampleCharts() {
    }

    /** Random walks with labels at their ends. */
    public static Chart lines(int count, int points, AxisScale scale) {
        Random random = new Random(5);
        ChartBuilder chart = Chart
                .builder("Walks", Axis.prefixes("prefix length d", scale, points), Axis.linear("cosine", -1, 1))
                .trained(java.util.List.of(16, 64))
                .summary("They walk.");
        chart.column("d", DataTable.range(1, points));
        for (int i = 0; i < count; i++) {
            double[] y = new double[points];
            y[0] = random.nextDouble() - 0.5;
            for (int j = 1; j < points; j++) {
                y[j] = Math.clamp(y[j - 1] + 0.02 * random.nextGaussian(), -1, 1);
            }
            String name = "walk " + i;
            chart.add(new Series.Line(name, SeriesStyle.numbered(i), Set.of(name), DataTable.range(1, points), y, y,
                    i + " a walk with a rather long description at its end"));
            chart.legend(LegendEntry.line(name, Integer.toString(i), SeriesStyle.numbered(i)));
            chart.column(name, y);
        }
        return chart.build();
    }

    /** Panels with one rising line each, at d / 100 and one higher in every panel. */
    public static Chart panels(int count, int points) {
        ChartBuilder chart = Chart.builder("Lines", Axis.prefixes("prefix length d", AxisScale.LOG2, points),
                Axis.linear("height", 0, points / 100.0 + count));
        double[] x = DataTable.range(1, points);
        for (int i = 0; i < count; i++) {
            int panel = i;
            chart.panel("P" + i, "P" + i + ": a panel", Ink.BLUE);
            chart.add(new Series.Line("line", SeriesStyle.solid(Ink.BLUE), Set.of("line"), x,
                    Arrays.stream(x).map(d -> panel + d / 100).toArray()));
        }
        return chart.legend(LegendEntry.line("line", "line", SeriesStyle.solid(Ink.BLUE))).build();
    }

    /** Stacked bars with kept and dropped sides. */
    public static Chart bars(int dimension) {
        double[] low = new double[dimension];
        Arrays.setAll(low, i -> 0.001 / (i + 1));
        double[] high = new double[dimension];
        Arrays.setAll(high, i -> low[i] + 0.002 + (i == dimension / 2 ? 0.02 : 0));
        double[] x = DataTable.range(1, dimension);
        return Chart
                .builder("Bars", Axis.prefixes("dimension", AxisScale.LINEAR, dimension),
                        Axis.covering("energy", Arrays.stream(high)))
                .dropShading()
                .add(new Series.Bars("variance", SeriesStyle.solid(Ink.BLUE), Set.of("variance"), x, low, high, high))
                .add(new Series.Bars("offset", SeriesStyle.solid(Ink.ORANGE), Set.of("offset"), x,
                        new double[dimension], low, low))
                .legend(LegendEntry.area("variance", "variance", SeriesStyle.solid(Ink.BLUE)))
                .build();
    }
}
