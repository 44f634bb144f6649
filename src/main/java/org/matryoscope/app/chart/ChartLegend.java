package org.matryoscope.app.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

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
    private static final PseudoClass BROUGHT_OUT = PseudoClass.getPseudoClass("brought-out");

    /** A value and what it is of. */
    private record Cell(String key, Panel panel, Label label) {}

    private final PlotArea area;
    private final GridPane grid = new GridPane();
    private final Label place = new Label();
    private final OncePerPulse read = new OncePerPulse(this::read);
    private List<LegendEntry> entries = List.of();
    private List<String> panels = List.of();
    private Map<String, ToggleButton> switches = Map.of();
    private List<Cell> cells = List.of();

    ChartLegend(PlotArea area) {
        super();
        this.area = area;
        getStyleClass().add("chart-legend");
        grid.getStyleClass().add("legend-grid");
        place.getStyleClass().add("legend-place");
        setContent(grid);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        area.setOnReading(read::request);
    }

    /** Shows the entries of a chart; the switches stay, and with them the focus, where they are the same. */
    void show(Chart chart) {
        List<String> names = chart.panels().stream().map(Panel::name).toList();
        if (!chart.legend().equals(entries) || !names.equals(panels)) {
            entries = chart.legend();
            panels = names;
            switches = entries.stream().collect(Collectors.toMap(LegendEntry::key, this::button));
            rebuild(chart.panels());
            setVisible(!entries.isEmpty());
            setManaged(!entries.isEmpty());
        }
        List<Cell> next = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            Cell cell = cells.get(i);
            next.add(new Cell(cell.key(), chart.panels().get(i % names.size()), cell.label()));
        }
        cells = List.copyOf(next);
        read.request();
    }

    private void rebuild(List<Panel> shown) {
        grid.getChildren().clear();
        grid.getColumnConstraints().setAll(switchColumn());
        grid.add(place, 0, 0);
        List<Cell> made = new ArrayList<>();
        for (int column = 1; column <= shown.size(); column++) {
            Panel panel = shown.get(column - 1);
            ColumnConstraints values = new ColumnConstraints();
            values.setHalignment(HPos.RIGHT);
            values.setMinWidth(USE_PREF_SIZE);
            grid.getColumnConstraints().add(values);
            Label name = new Label(panel.name());
            name.getStyleClass().addAll("legend-panel", panel.ink().name().toLowerCase(Locale.ROOT));
            grid.add(name, column, 0);
        }
        for (int row = 0; row < entries.size(); row++) {
            String key = entries.get(row).key();
            grid.add(switches.get(key), 0, row + 1);
            for (int column = 1; column <= shown.size(); column++) {
                Label value = new Label();
                value.getStyleClass().add("legend-value");
                grid.add(value, column, row + 1);
                made.add(new Cell(key, shown.get(column - 1), value));
            }
        }
        cells = made;
    }

    private static ColumnConstraints switchColumn() {
        ColumnConstraints column = new ColumnConstraints();
        column.setHgrow(Priority.ALWAYS);
        column.setMinWidth(0);
        return column;
    }

    private void read() {
        Reading reading = area.reading();
        if (reading == null) {
            return;
        }
        place.setText("at d = " + Numbers.whole(reading.d()));
        cells.forEach(cell -> cell.label().setText(reading.value(cell.key(), cell.panel()).orElse("")));
        @Nullable
        String highlighted = area.highlighted();
        switches.forEach((key, button) -> button.pseudoClassStateChanged(BROUGHT_OUT, key.equals(highlighted)));
    }

    private ToggleButton button(LegendEntry entry) {
        ToggleButton button = new ToggleButton(entry.inFull(), swatch(entry));
        button.setMnemonicParsing(false);
        // As wide as the values leave it; a long text ends in an ellipsis.
        button.setMinWidth(0);
        button.setPrefWidth(0);
        button.setMaxWidth(Double.MAX_VALUE);
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
