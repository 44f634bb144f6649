package org.matryoscope.chart;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.matryoscope.chart.RecordingSurface.Box;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ChartRendererTest {
    private static final Palette PALETTE = new Palette(Map.of());

    @ParameterizedTest
    @CsvSource({"760,300,12", "400,160,12", "1250,600,12", "760,300,24", "400,300,24", "1250,600,18"})
    void textsNeitherOverlapNorLeaveTheArea(double width, double height, double fontSize) {
        Look look = new Look(PALETTE, fontSize);
        for (Chart chart : List.of(SampleCharts.lines(10, 768, AxisScale.LOG2),
                SampleCharts.lines(3, 1024, AxisScale.LINEAR), SampleCharts.bars(384), SampleCharts.panels(2, 384),
                SampleCharts.panels(5, 64))) {
            RecordingSurface surface = new RecordingSurface();
            ChartRenderer.draw(PlotGrid.of(chart, width, height, look, surface), Set.of(), look, surface);

            assertThat(surface.texts).isNotEmpty().allSatisfy(box -> {
                assertThat(box.left()).as(box.text()).isGreaterThanOrEqualTo(-0.5);
                assertThat(box.right()).as(box.text()).isLessThanOrEqualTo(width + 0.5);
                assertThat(box.top()).as(box.text()).isGreaterThanOrEqualTo(-0.5);
                assertThat(box.bottom()).as(box.text()).isLessThanOrEqualTo(height + 0.5);
            });
            assertNoneOverlap(surface.texts);
        }
    }

    @Test
    void labelsOfLinesThatEndTogetherAreMovedApart() {
        Look look = new Look(PALETTE, 12);
        ChartBuilder builder = Chart.builder("", Axis.prefixes("d", AxisScale.LINEAR, 10), Axis.linear("y", 0, 1));
        for (int i = 0; i < 6; i++) {
            double[] y = {0.5, 0.5};
            builder.add(new Series.Line("line " + i, SeriesStyle.numbered(i), Set.of(), new double[]{1, 10}, y, y,
                    "line " + i));
        }
        Chart chart = builder.build();
        Plot plot = PlotGrid.of(chart, 500, 300, look, new RecordingSurface()).plots().getFirst();

        var placed = EndLabels.place(chart.series().toList(), plot, look.lineHeight());

        assertThat(placed).hasSize(6);
        for (int i = 1; i < placed.size(); i++) {
            assertThat(placed.get(i).y() - placed.get(i - 1).y()).isGreaterThanOrEqualTo(look.lineHeight() - 1e-9);
        }
    }

    @Test
    void hiddenSeriesAreNotDrawn() {
        Look look = new Look(PALETTE, 12);
        Chart chart = SampleCharts.lines(2, 64, AxisScale.LINEAR);
        RecordingSurface all = new RecordingSurface();
        RecordingSurface one = new RecordingSurface();
        ChartRenderer.draw(PlotGrid.of(chart, 500, 300, look, all), Set.of(), look, all);
        ChartRenderer.draw(PlotGrid.of(chart, 500, 300, look, one), Set.of("walk 1"), look, one);

        var gone = PALETTE.of(SeriesStyle.numbered(1));
        assertThat(all.strokes).anyMatch(stroke -> stroke.pen().colour().equals(gone));
        assertThat(one.strokes).noneMatch(stroke -> stroke.pen().colour().equals(gone));
    }

    @Test
    void undefinedValuesBreakALineAndAreReadAsADash() {
        Look look = new Look(PALETTE, 12);
        double[] y = {0.1, 0.2, Double.NaN, 0.4, 0.5};
        Chart chart = Chart.builder("", Axis.prefixes("d", AxisScale.LINEAR, 5), Axis.linear("y", 0, 1))
                .add(new Series.Line("τ", SeriesStyle.solid(Ink.BLUE), Set.of(), DataTable.range(1, 5), y))
                .build();
        RecordingSurface surface = new RecordingSurface();
        PlotGrid grid = PlotGrid.of(chart, 500, 300, look, surface);
        ChartRenderer.draw(grid, Set.of(), look, surface);

        var blue = PALETTE.of(Ink.BLUE);
        assertThat(surface.strokes.stream().filter(stroke -> stroke.pen().colour().equals(blue))).hasSize(2)
                .allSatisfy(stroke -> assertThat(stroke.ys()).doesNotContain(Double.NaN));
        assertThat(Reading.at(3, chart, Set.of()).rows()).extracting(Reading.Row::value).containsExactly("–");
    }

    @Test
    void aBarEndsWhereItsPrefixEnds() {
        Look look = new Look(PALETTE, 12);
        Chart chart = SampleCharts.bars(8);
        RecordingSurface surface = new RecordingSurface();
        PlotGrid grid = PlotGrid.of(chart, 900, 300, look, surface);
        Plot plot = grid.plots().getFirst();
        ChartRenderer.draw(grid, Set.of(), look, surface);

        var blue = PALETTE.of(SeriesStyle.solid(Ink.BLUE));
        var third = surface.rectangles.stream().filter(bar -> bar.fill().equals(blue)).toList().get(2);
        assertThat(third.x()).isEqualTo(plot.x(2));
        assertThat(third.x() + third.width()).isCloseTo(plot.x(3), within(1.01));
    }

    @Test
    void theHighestBarOfAPixelIsDrawn() {
        Look look = new Look(PALETTE, 12);
        Chart chart = SampleCharts.bars(3000);
        RecordingSurface surface = new RecordingSurface();
        PlotGrid grid = PlotGrid.of(chart, 400, 300, look, surface);
        Plot plot = grid.plots().getFirst();
        ChartRenderer.draw(grid, Set.of(), look, surface);

        double highest = surface.rectangles.stream()
                .skip(1)
                .mapToDouble(RecordingSurface.Filled::y)
                .min()
                .orElseThrow();
        assertThat(highest).isCloseTo(plot.y(0.022 + 0.001 / 1501), within(0.01));
        assertThat(surface.rectangles).hasSizeLessThan(2 * 400 + 2);
    }

    @Test
    void theOverlayStaysWithinTheAreaAndMarksEverySeriesAtTheCursor() {
        Look look = new Look(PALETTE, 12);
        Chart chart = SampleCharts.lines(10, 768, AxisScale.LOG2);
        for (int cursor : new int[]{1, 100, 768}) {
            RecordingSurface surface = new RecordingSurface();
            Plot plot = PlotGrid.of(chart, 500, 260, look, surface).plots().getFirst();
            new OverlayRenderer(plot, Set.of(), look, surface).draw(64, Reading.at(cursor, chart, Set.of()), null);

            assertThat(surface.texts).extracting(Box::text).containsExactly("d = 64");
            assertThat(surface.texts).allSatisfy(box -> assertThat(box.left()).isGreaterThanOrEqualTo(0))
                    .allSatisfy(box -> assertThat(box.right()).isLessThanOrEqualTo(500));
            assertThat(surface.rectangles).hasSize(10)
                    .allSatisfy(
                            mark -> assertThat(mark.x() + mark.width() / 2).isEqualTo(plot.x(cursor), within(1e-9)));
        }
    }

    @Test
    void panelsShareTheirAxesAndAreFoundUnderTheMouse() {
        Look look = new Look(PALETTE, 12);
        for (int count : new int[]{1, 2, 3, 5, 6}) {
            PlotGrid grid = PlotGrid.of(SampleCharts.panels(count, 384), 900, 500, look, new RecordingSurface());

            assertThat(grid.plots()).hasSize(count).allSatisfy(plot -> {
                Plot first = grid.plots().getFirst();
                assertThat(plot.right() - plot.left()).isEqualTo(first.right() - first.left(), within(1e-9));
                assertThat(plot.bottom() - plot.top()).isEqualTo(first.bottom() - first.top(), within(1e-9));
                assertThat(grid.at((plot.left() + plot.right()) / 2, (plot.top() + plot.bottom()) / 2)).contains(plot);
                assertThat(plot.end()).isLessThanOrEqualTo(900);
                assertThat(plot.bottom()).isLessThan(500);
            });
        }
    }

    private static void assertNoneOverlap(List<Box> boxes) {
        for (int i = 0; i < boxes.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertThat(boxes.get(i).overlaps(boxes.get(j))).as("%s over %s", boxes.get(i), boxes.get(j)).isFalse();
            }
        }
    }
}
