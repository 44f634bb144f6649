package org.matryoscope.app.chart;

import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import org.matryoscope.chart.LegendEntry;
import org.matryoscope.chart.SeriesStyle;

/** The switches above a chart, one a legend entry. */
final class ChartLegend extends FlowPane {
    private final Predicate<String> isHidden;
    private final BiConsumer<String, Boolean> hide;
    private List<LegendEntry> shown = List.of();

    ChartLegend(Predicate<String> isHidden, BiConsumer<String, Boolean> hide) {
        this.isHidden = isHidden;
        this.hide = hide;
        getStyleClass().add("chart-legend");
    }

    /** Shows other entries; the switches stay, and with them the focus, where the entries are the same. */
    void show(List<LegendEntry> entries) {
        if (!entries.equals(shown)) {
            shown = entries;
            getChildren().setAll(shown.stream().map(this::button).toList());
            setVisible(!shown.isEmpty());
            setManaged(!shown.isEmpty());
        }
    }

    private ToggleButton button(LegendEntry entry) {
        ToggleButton button = new ToggleButton(entry.label(), swatch(entry));
        button.setMnemonicParsing(false);
        button.getStyleClass().add("legend-entry");
        button.setSelected(!isHidden.test(entry.key()));
        button.setAccessibleText("Show " + entry.description());
        button.setTooltip(new Tooltip(entry.description()));
        button.selectedProperty().addListener((property, was, is) -> hide.accept(entry.key(), !is));
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
