package org.matryoscope.app.chart;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import javafx.beans.property.IntegerProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.transform.Scale;

import org.jspecify.annotations.Nullable;

import org.matryoscope.chart.Chart;
import org.matryoscope.chart.Colour;
import org.matryoscope.chart.Ink;
import org.matryoscope.chart.Palette;

/**
 * A chart in the window: title, the plots with their moving line at d, and beside them the legend with the values read.
 *
 * <p>Hovering reads the values at a prefix, clicking or dragging sets d. With the plot focused, the left and right arrows
 * (with Shift in tens), Home and End move the reading cursor, Enter sets d there, Escape ends the reading.
 */
public final class ChartPane extends VBox {
    /** The style sheet with the colour tokens of charts and views. */
    public static final String STYLESHEET = Objects
            .requireNonNull(ChartPane.class.getResource("/org/matryoscope/app/charts.css"))
            .toExternalForm();

    private static final StyleablePropertyFactory<ChartPane> STYLES = new StyleablePropertyFactory<>(
            VBox.getClassCssMetaData());

    /** In text sizes. */
    private static final double LEGEND_BESIDE_FROM = 34;
    /** In text sizes. */
    private static final double LEGEND_HEIGHT = 4.5;
    /** Of the width, beside the chart. */
    private static final double LEGEND_SHARE = 0.44;

    private final Map<Ink, StyleableProperty<Color>> inks = new EnumMap<>(Ink.class);
    private final Label title = new Label();
    private final HBox header = new HBox(title);
    private final PlotArea area = new PlotArea();
    private final ChartLegend legend = new ChartLegend(area);
    private final BorderPane body = new BorderPane();
    private @Nullable Chart chart;
    private boolean small;

    /** Shows nothing until the first chart. */
    public ChartPane() {
        getStyleClass().add("chart-pane");
        getStylesheets().add(STYLESHEET);
        header.getStyleClass().add("chart-header");
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        title.setWrapText(true);
        title.getStyleClass().add("chart-title");
        setMinWidth(0);
        body.setCenter(area);
        body.getStyleClass().add("chart-body");
        body.setRight(legend);
        body.setMinWidth(0);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(header, body);
        for (Ink ink : Ink.values()) {
            Function<ChartPane, StyleableProperty<Color>> property = pane -> Objects.requireNonNull(pane.inks.get(ink));
            StyleableProperty<Color> styleable = STYLES.createStyleableColorProperty(this, ink.name(), ink.property(),
                    property, Color.web(ink.initial().hex()));
            inks.put(ink, styleable);
            ((ObservableValue<?>) styleable).addListener((observable, old, now) -> restyle());
        }
        title.fontProperty().addListener((observable, old, now) -> restyle());
        restyle();
    }

    /** Draws charts in small, without title and legend, for one that is among many. */
    public void setSmall() {
        small = true;
        // Still in the scene, since its font is that of the drawing.
        header.setVisible(false);
        header.setManaged(false);
        body.setRight(null);
        body.setBottom(null);
        area.setSmall();
    }

    /** Puts the legend beside the chart, or beneath it where the chart would be too narrow, before all is laid out. */
    @Override
    protected void layoutChildren() {
        if (small) {
            super.layoutChildren();
            return;
        }
        double em = title.getFont().getSize();
        boolean beneath = getWidth() < LEGEND_BESIDE_FROM * em;
        if (beneath != (body.getBottom() != null)) {
            // Out of its old place first: it cannot be in two.
            body.setRight(null);
            body.setBottom(null);
            if (beneath) {
                body.setBottom(legend);
            } else {
                body.setRight(legend);
            }
        }
        legend.setPrefHeight(beneath ? LEGEND_HEIGHT * em : USE_COMPUTED_SIZE);
        legend.setMaxWidth(beneath ? Double.MAX_VALUE : Math.min(legend.widest() * em, getWidth() * LEGEND_SHARE));
        super.layoutChildren();
    }

    /**
     * Shows a chart; the legend's switches keep their positions.
     *
     * @param next what to show
     */
    public void show(Chart next) {
        chart = next;
        title.setText(next.title());
        legend.show(next);
        area.setAccessibleText(next.title() + ". " + next.summary());
        area.show(next);
    }

    /** Returns what is shown, or null before the first chart. */
    public @Nullable Chart chart() {
        return chart;
    }

    /**
     * Adds a button at the right of the title.
     *
     * @param button acts on what the chart shows
     */
    public void addAction(ButtonBase button) {
        button.getStyleClass().add("chart-action");
        button.setMinWidth(USE_PREF_SIZE);
        header.getChildren().add(button);
    }

    /** The prefix length marked by the moving line and set by clicks; bind it both ways to the shared one. */
    public IntegerProperty prefixProperty() {
        return area.prefix();
    }

    /**
     * Switches a legend entry on or off.
     *
     * @param index its place in the legend; others are ignored
     */
    public void toggle(int index) {
        legend.toggle(index);
    }

    /** Returns the numbers shown as CSV, at full precision; empty before the first chart. */
    public String csv() {
        return chart == null ? "" : chart.table().csv();
    }

    /**
     * Takes a picture of the pane, drawn anew at the resolution asked for.
     *
     * @param scale pixels for each of the window's, above 0
     * @return the picture
     */
    public WritableImage snapshot(double scale) {
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setTransform(new Scale(scale, scale));
        parameters.setFill(Objects.requireNonNull(inks.get(Ink.BACKGROUND)).getValue());
        setResolution(scale);
        try {
            return snapshot(parameters, null);
        } finally {
            setResolution(1);
        }
    }

    /**
     * Has the chart drawn with more pixels than the window shows, so that an enlarged picture of a whole window is sharp.
     *
     * @param pixels pixels for each of the window's; 1 is normal
     */
    public void setResolution(double pixels) {
        applyCss();
        layout();
        area.setResolution(pixels);
    }

    /** Returns the drawn part, for tests. */
    PlotArea area() {
        return area;
    }

    private void restyle() {
        Map<Ink, Colour> colours = new EnumMap<>(Ink.class);
        inks.forEach((ink, property) -> colours.put(ink, colour(property.getValue())));
        area.setLook(new Palette(colours), title.getFont());
    }

    private static Colour colour(Color of) {
        return new Colour(of.getRed(), of.getGreen(), of.getBlue(), of.getOpacity());
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return STYLES.getCssMetaData();
    }
}
