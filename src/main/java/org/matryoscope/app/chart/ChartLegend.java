package org.matryoscope.app.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import org.matryoscope.app.task.OncePerPulse;
import org.matryoscope.base.Numbers;
import org.matryoscope.chart.Chart;
import org.matryoscope.chart.LegendEntry;
import org.matryoscope.chart.Panel;
import org.matryoscope.chart.Reading;
import org.matryoscope.chart.SeriesStyle;

/**
 * The switches beside a chart, one a legend entry, each with its value in every panel: at d, or where the mouse or the keyboard
 * reads, so that no reading covers the chart. Pointing at a switch brings its lines out.
 */
final class ChartLegend extends ScrollPane {
    /** Letters of a value that fit into a column as it usually is. */
    private static final int NARROW_LETTERS = 6;
    private static final PseudoClass BROUGHT_OUT = PseudoClass.getPseudoClass("brought-out");

    private static final PseudoClass WIDE = PseudoClass.getPseudoClass("wide");
    private static final int MOST_COLUMNS = 3;
    private static final double WIDTH = 15;
    private static final double SEVERAL_WIDTH = 19.5;
    /** What the style sheet gives a column of wide values more. */
    private static final double MORE_WHERE_WIDE = 2;

    /** A value and what it is of. */
    private record Cell(String key, int column, Label label) {}

    private final PlotArea area;
    private final VBox lines = new VBox();
    private final Label place = new Label();
    private boolean ofPrefixes = true;
    private final OncePerPulse read = new OncePerPulse(this::read);
    private List<LegendEntry> entries = List.of();
    private List<String> panels = List.of();
    private List<Label> heads = List.of();
    private Map<String, ToggleButton> switches = Map.of();
    private boolean wide;
    private List<Cell> cells = List.of();

    ChartLegend(PlotArea area) {
        super();
        this.area = area;
        getStyleClass().add("chart-legend");
        lines.getStyleClass().add("legend-lines");
        place.getStyleClass().add("legend-place");
        setContent(lines);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        area.setOnReading(read::request);
    }

    /** Shows the entries of a chart; the switches stay, and with them the focus, where they are the same. */
    void show(Chart chart) {
        ofPrefixes = chart.hasPrefixes();
        List<String> names = chart.panels().stream().map(Panel::name).toList();
        if (!chart.legend().equals(entries) || !names.equals(panels)) {
            entries = chart.legend();
            panels = names;
            switches = entries.stream().collect(Collectors.toMap(LegendEntry::key, this::button));
            rebuild(chart.panels().size() <= MOST_COLUMNS ? chart.panels() : chart.panels().subList(0, 1));
            setVisible(!entries.isEmpty());
            setManaged(!entries.isEmpty());
        }
        // Numbers that are small by themselves are written with a power of ten.
        widen(!chart.y().wholeNumbers() && Math.abs(chart.y().max() - chart.y().min()) < 0.1);
        read.request();
    }

    /** Returns how wide it may get, in text sizes: a text and a value, and more for the values of further panels. */
    double widest() {
        return (heads.size() > 1 ? SEVERAL_WIDTH : WIDTH) + (wide ? heads.size() * MORE_WHERE_WIDE : 0);
    }

    /** Switches an entry on or off; others than those of the legend are ignored. */
    void toggle(int index) {
        if (index >= 0 && index < entries.size()) {
            ToggleButton button = Objects.requireNonNull(switches.get(entries.get(index).key()));
            button.setSelected(!button.isSelected());
        }
    }

    private void rebuild(List<Panel> shown) {
        heads = shown.stream().map(ChartLegend::head).toList();
        lines.getChildren().setAll(line(place, List.copyOf(heads)));
        List<Cell> made = new ArrayList<>();
        for (LegendEntry entry : entries) {
            List<Cell> ofEntry = IntStream.range(0, shown.size())
                    .mapToObj(column -> new Cell(entry.key(), column, value("legend-value")))
                    .toList();
            made.addAll(ofEntry);
            lines.getChildren()
                    .add(line(Objects.requireNonNull(switches.get(entry.key())),
                            ofEntry.stream().map(cell -> (Node) cell.label()).toList()));
        }
        cells = List.copyOf(made);
    }

    private static HBox line(Region first, List<Node> values) {
        HBox line = new HBox(first);
        line.getChildren().addAll(values);
        line.getStyleClass().add("legend-line");
        first.setMinWidth(0);
        first.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(first, Priority.ALWAYS);
        return line;
    }

    private static Label head(Panel panel) {
        Label name = value("legend-panel");
        name.setText(panel.name());
        name.getStyleClass().add(panel.ink().name().toLowerCase(Locale.ROOT));
        return name;
    }

    /** A label as wide as the style says, so that nothing moves while values change. */
    private static Label value(String style) {
        Label value = new Label();
        value.getStyleClass().add(style);
        value.setMinWidth(USE_PREF_SIZE);
        return value;
    }

    private void widen(boolean now) {
        wide = now;
        cells.forEach(cell -> cell.label().pseudoClassStateChanged(WIDE, wide));
    }

    private void read() {
        Reading reading = area.reading();
        if (reading == null) {
            return;
        }
        place.setText("at " + (ofPrefixes ? "d = " : "") + Numbers.whole(reading.d()));
        // A column for each panel, or where they are too many one for that under the mouse.
        int first = panels.size() <= MOST_COLUMNS ? 0 : area.pointed();
        for (int column = 0; column < heads.size(); column++) {
            heads.get(column).setText(panels.get(first + column));
        }
        cells.forEach(cell -> cell.label().setText(reading.value(cell.key(), first + cell.column()).orElse("")));
        // For this chart the columns stay wide then: they must not change back and forth under the hand.
        if (cells.stream().anyMatch(cell -> cell.label().getText().length() > NARROW_LETTERS)) {
            widen(true);
        }
        @Nullable
        String highlighted = area.highlighted();
        switches.forEach((key, button) -> button.pseudoClassStateChanged(BROUGHT_OUT, key.equals(highlighted)));
    }

    private ToggleButton button(LegendEntry entry) {
        ToggleButton button = new ToggleButton(entry.inFull(), swatch(entry));
        button.setMnemonicParsing(false);
        button.getStyleClass().add("legend-entry");
        button.setSelected(!area.isHidden(entry.key()));
        button.setAccessibleText("Show " + entry.description());
        button.setTooltip(new Tooltip(entry.description()));
        button.selectedProperty().addListener((property, was, is) -> area.setHidden(entry.key(), !is));
        button.hoverProperty().addListener((property, was, is) -> area.highlight(is ? entry.key() : null));
        return button;
    }

    private static StackPane swatch(LegendEntry entry) {
        SeriesStyle style = entry.style();
        StackPane swatch = new StackPane(part(entry.area() ? "swatch-area" : "swatch-line", style));
        if (style.marker() != SeriesStyle.Marker.NONE) {
            swatch.getChildren().add(part("swatch-" + style.marker().name().toLowerCase(Locale.ROOT), style));
        }
        swatch.getStyleClass().add("swatch");
        return swatch;
    }

    private static Region part(String kind, SeriesStyle style) {
        Region part = new Region();
        part.getStyleClass().addAll(kind, style.ink().name().toLowerCase(Locale.ROOT));
        if (style.dashed()) {
            part.getStyleClass().add("dashed");
        }
        if (style.pale()) {
            part.getStyleClass().add("pale");
        }
        return part;
    }
}
