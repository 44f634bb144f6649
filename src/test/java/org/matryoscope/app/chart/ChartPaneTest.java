package org.matryoscope.app.chart;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import javafx.application.Application;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;

import atlantafx.base.theme.PrimerLight;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

import org.matryoscope.chart.AxisScale;
import org.matryoscope.chart.Chart;
import org.matryoscope.chart.Plot;
import org.matryoscope.chart.Reading;
import org.matryoscope.chart.SampleCharts;
import org.matryoscope.chart.Series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ChartPaneTest extends ApplicationTest {
    private final Chart chart = SampleCharts.lines(3, 384, AxisScale.LOG2);
    // TestFX calls start before every test; a control cannot be made before its toolkit runs.
    @SuppressWarnings("NullAway.Init")
    private ChartPane pane;

    @Override
    public void start(Stage stage) {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        pane = new ChartPane();
        pane.show(chart);
        stage.setScene(new Scene(pane, 800, 500));
        stage.show();
    }

    @Test
    void hoverReadsAndClickSetsThePrefix() {
        moveTo(at(64));
        settle();
        assertThat(pane.area().cursor()).isBetween(63, 65);
        assertThat(pane.area().getAccessibleHelp()).startsWith("d = 6").contains("; walk 0 ").contains("walk 2 ");

        clickOn(at(64), MouseButton.PRIMARY);
        settle();
        // The robot's mouse stands on whole pixels, so a click may be a prefix off, but never off what is read there.
        assertThat(pane.prefixProperty().get()).isEqualTo(pane.area().cursor()).isBetween(63, 65);
    }

    @Test
    void draggingFollowsTheMouse() {
        drag(at(32), MouseButton.PRIMARY).dropTo(at(256));
        settle();

        Plot plot = Objects.requireNonNull(pane.area().grid()).plots().getFirst();
        Point2D mouse = pane.area().screenToLocal(robotContext().getBaseRobot().retrieveMouse());
        assertThat(pane.prefixProperty().get()).isEqualTo(plot.prefixAt(mouse.getX()));
        assertThat(mouse.getX()).as("whole pixels").isCloseTo(plot.x(256), within(1.0));
    }

    @Test
    void theKeyboardReadsAndSets() {
        interact(() -> {
            pane.prefixProperty().set(10);
            pane.area().requestFocus();
        });
        type(KeyCode.RIGHT, 2);
        assertThat(pane.area().cursor()).isEqualTo(12);
        assertThat(pane.prefixProperty().get()).isEqualTo(10);

        type(KeyCode.ENTER);
        assertThat(pane.prefixProperty().get()).isEqualTo(12);
        type(KeyCode.END);
        assertThat(pane.area().cursor()).isEqualTo(384);
        type(KeyCode.ESCAPE);
        assertThat(pane.area().cursor()).isZero();
    }

    @Test
    void theLegendSwitchesSeriesByMouseAndKeyboard() {
        ToggleButton entry = lookup(".legend-entry").nth(1).queryAs(ToggleButton.class);
        interact(entry::requestFocus);
        type(KeyCode.SPACE);
        assertThat(pane.area().isHidden("walk 1")).isTrue();

        clickOn(entry);
        assertThat(pane.area().isHidden("walk 1")).isFalse();
    }

    @Test
    void aSwitchStaysOffWhenTheNumbersChange() {
        clickOn(lookup(".legend-entry").nth(1).queryAs(ToggleButton.class));
        interact(() -> pane.show(SampleCharts.lines(3, 200, AxisScale.LOG2)));

        assertThat(pane.area().isHidden("walk 1")).isTrue();
        assertThat(lookup(".legend-entry").nth(1).queryAs(ToggleButton.class).isSelected()).isFalse();
    }

    @Test
    void movingThePrefixRedrawsOnlyTheOverlayAndOncePerPulse() {
        settle();
        long body = pane.area().bodyDraws();
        long overlay = pane.area().overlayDraws();

        interact(() -> {
            for (int d = 1; d <= 100; d++) {
                pane.prefixProperty().set(d);
            }
        });
        settle();

        assertThat(pane.area().bodyDraws()).isEqualTo(body);
        assertThat(pane.area().overlayDraws()).isEqualTo(overlay + 1);
    }

    @Test
    void hoveringALineBringsItOut() {
        Plot plot = Objects.requireNonNull(pane.area().grid()).plots().getFirst();
        Series.Line line = (Series.Line) chart.series().toList().get(2);
        moveTo(pane.area().localToScreen(plot.x(128), plot.y(line.y()[127])));
        settle();

        assertThat(pane.area().highlighted()).startsWith("walk ");

        moveTo(lookup(".legend-entry").nth(1).queryAs(ToggleButton.class));
        settle();
        assertThat(pane.area().highlighted()).isEqualTo("walk 1");
    }

    @Test
    void theLegendReadsEveryPanelAtDAndUnderTheMouse() {
        Chart panels = SampleCharts.panels(2, 384);
        interact(() -> {
            pane.show(panels);
            pane.prefixProperty().set(64);
        });
        settle();
        assertThat(values()).containsExactly("at d = 64", "0.640", "1.640");

        // The legend has another width now, and the chart is drawn anew beside it.
        settle();
        moveTo(at(128));
        settle();
        Reading reading = Objects.requireNonNull(pane.area().reading());
        assertThat(values().getFirst()).isEqualTo("at d = " + reading.d());
        // A pixel of so narrow a panel is more than a prefix.
        assertThat(reading.d()).isBetween(124, 132);
        assertThat(values()).hasSize(3).last().asString().startsWith("2.");
        moveTo(Objects.requireNonNull(pane.getScene().getRoot()).localToScreen(2, 2));
        settle();
        assertThat(values()).containsExactly("at d = 64", "0.640", "1.640");
    }

    private List<String> values() {
        WaitForAsyncUtils.waitForFxEvents();
        return Stream.of(".legend-place", ".legend-value")
                .flatMap(part -> lookup(part).queryAllAs(Label.class).stream())
                .map(Label::getText)
                .toList();
    }

    @Test
    void picturesAreDrawnAtTheResolutionAskedFor() {
        settle();
        var twice = WaitForAsyncUtils.waitForAsyncFx(5000, () -> pane.snapshot(2));

        assertThat(twice.getWidth()).isEqualTo(1600);
        assertThat(twice.getHeight()).isEqualTo(1000);
        assertThat(pane.csv()).startsWith("d,walk 0,walk 1,walk 2\n1,");
    }

    private Point2D at(int prefix) {
        settle();
        Plot plot = Objects.requireNonNull(pane.area().grid()).plots().getLast();
        return pane.area().localToScreen(plot.x(prefix), (plot.top() + plot.bottom()) / 2);
    }

    /** Waits for the pulse that draws. */
    private void settle() {
        WaitForAsyncUtils.waitForFxEvents();
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> {
            pane.applyCss();
            pane.layout();
            return null;
        });
    }
}
