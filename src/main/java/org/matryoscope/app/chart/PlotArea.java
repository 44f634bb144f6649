package org.matryoscope.app.chart;

import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;

import org.jspecify.annotations.Nullable;

import org.matryoscope.chart.Chart;
import org.matryoscope.chart.ChartRenderer;
import org.matryoscope.chart.EndLabels;
import org.matryoscope.chart.Look;
import org.matryoscope.chart.OverlayRenderer;
import org.matryoscope.chart.Palette;
import org.matryoscope.chart.Plot;
import org.matryoscope.chart.PlotGrid;
import org.matryoscope.chart.Reading;
import org.matryoscope.chart.Series;
import org.matryoscope.chart.Surface;
import org.matryoscope.chart.Thumbnail;

/** The drawn part of a chart: a body, which changes with the data, under an overlay, which follows d and the mouse. */
final class PlotArea extends Region {
    private static final double REACH = 9;

    private final IntegerProperty prefix = new SimpleIntegerProperty(this, "prefix", 1);
    private final Set<String> hidden = new HashSet<>();
    private final CanvasLayer body = new CanvasLayer(this::paintBody);
    private final CanvasLayer overlay = new CanvasLayer(this::paintOverlay);
    private Look look = new Look(new Palette(java.util.Map.of()), 12);
    private @Nullable Chart chart;
    private @Nullable PlotGrid grid;
    private boolean small;
    private int cursor;
    private int pointed;
    private @Nullable String highlighted;
    private Runnable onReading = () -> {
    };

    PlotArea() {
        getStyleClass().add("plot-area");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        getChildren().addAll(body, overlay);
        prefix.addListener((property, old, now) -> {
            overlay.redraw();
            onReading.run();
        });
        setOnMouseMoved(this::read);
        setOnMouseExited(event -> moveCursor(0, null));
        setOnMousePressed(event -> {
            requestFocus();
            set(event);
        });
        setOnMouseDragged(event -> {
            read(event);
            set(event);
        });
        setOnKeyPressed(this::key);
        focusedProperty().addListener((property, was, is) -> {
            if (!is) {
                moveCursor(0, null);
            }
        });
    }

    IntegerProperty prefix() {
        return prefix;
    }

    void show(Chart next) {
        chart = next;
        grid = null;
        highlighted = null;
        redraw();
        onReading.run();
    }

    /** Has something run whenever what {@link #reading} returns may have changed. */
    void setOnReading(Runnable listener) {
        onReading = listener;
    }

    /** Returns the values under the mouse or the keyboard's cursor, else those at d; null before the first chart. */
    @Nullable
    Reading reading() {
        return chart == null ? null : Reading.at(place(chart), chart, hidden);
    }

    /** The place that is read: under the cursor, else d, or the last where d has none. */
    private int place(Chart shown) {
        return cursor != 0 ? cursor : shown.hasPrefixes() ? prefix.get() : shown.lastPlace();
    }

    /** Returns which panel the mouse was over last, among those of the chart. */
    int pointed() {
        return chart == null ? 0 : Math.min(pointed, chart.panels().size() - 1);
    }

    /** Brings out the lines of a switch of the legend; null for none. */
    void highlight(@Nullable String key) {
        moveCursor(cursor, key);
    }

    void setLook(Palette palette, Font font) {
        look = new Look(palette, font.getSize());
        body.setFamily(font.getFamily());
        overlay.setFamily(font.getFamily());
        redraw();
    }

    void setResolution(double pixels) {
        body.setResolution(pixels);
        overlay.setResolution(pixels);
        layout();
    }

    /** Switches the series of a legend entry on or off. */
    void setHidden(String key, boolean hide) {
        if (hide ? hidden.add(key) : hidden.remove(key)) {
            redraw();
            onReading.run();
        }
    }

    boolean isHidden(String key) {
        return hidden.contains(key);
    }

    long bodyDraws() {
        return body.draws();
    }

    long overlayDraws() {
        return overlay.draws();
    }

    /** Returns where values are being read; 0 for nowhere. */
    int cursor() {
        return cursor;
    }

    /** Returns the layout last drawn, or null. */
    @Nullable
    PlotGrid grid() {
        return grid;
    }

    /** Returns the switch of the legend whose lines are brought out, or null. */
    @Nullable
    String highlighted() {
        return highlighted;
    }

    @Override
    protected void layoutChildren() {
        body.resizeRelocate(0, 0, getWidth(), getHeight());
        overlay.resizeRelocate(0, 0, getWidth(), getHeight());
    }

    @Override
    protected double computePrefHeight(double width) {
        return small ? look.fontSize() * 4 : look.fontSize() * 22;
    }

    @Override
    protected double computeMinHeight(double width) {
        return small ? 0 : look.fontSize() * 10;
    }

    private void redraw() {
        body.redraw();
        overlay.redraw();
    }

    /** Draws the chart in small from now on. */
    void setSmall() {
        small = true;
        redraw();
    }

    private void paintBody(Surface surface, double width, double height) {
        if (chart != null && small) {
            Thumbnail.draw(chart, width, height, look, surface);
        } else if (chart != null) {
            grid = PlotGrid.of(chart, width, height, look, surface);
            ChartRenderer.draw(grid, hidden, look, surface);
        }
    }

    private void paintOverlay(Surface surface, double width, double height) {
        if (chart != null && small) {
            Thumbnail.drawPrefix(chart, prefix.get(), width, height, look, surface);
        } else if (chart != null) {
            // Laid out by itself, as the overlay may be drawn before the body after a resize.
            PlotGrid current = grid != null && grid.width() == width && grid.height() == height
                    ? grid
                    : PlotGrid.of(chart, width, height, look, surface);
            Reading reading = cursor == 0 ? null : reading();
            current.plots()
                    .forEach(plot -> new OverlayRenderer(plot, hidden, look, surface).draw(prefix.get(), reading,
                            highlighted));
        }
    }

    private Optional<Plot> plotAt(MouseEvent event) {
        return Optional.ofNullable(grid).flatMap(laidOut -> laidOut.at(event.getX(), event.getY()));
    }

    private void set(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && chart != null && chart.hasPrefixes()) {
            plotAt(event).ifPresent(plot -> prefix.set(plot.prefixAt(event.getX())));
        }
    }

    private void read(MouseEvent event) {
        plotAt(event).ifPresentOrElse(plot -> {
            if (pointed != plot.index()) {
                pointed = plot.index();
                onReading.run();
            }
            moveCursor(event.getX() <= plot.right() ? plot.prefixAt(event.getX()) : 0,
                    switchAt(plot, event.getX(), event.getY()));
        }, () -> moveCursor(0, null));
    }

    /** Finds the switch of the labelled line under a point: the nearest by height, or the one whose label is there. */
    private @Nullable String switchAt(Plot where, double x, double y) {
        Series.Line nearest = null;
        double least = REACH;
        if (x > where.right()) {
            for (var label : EndLabels.place(where.visible(hidden), where, look.lineHeight())) {
                double distance = Math.abs(label.y() - y);
                if (distance < least) {
                    least = distance;
                    nearest = label.line();
                }
            }
        } else {
            int d = where.prefixAt(x);
            for (Series series : where.visible(hidden)) {
                if (series instanceof Series.Line line && !line.endLabel().isEmpty()) {
                    double distance = Math.abs(where.y(line.y()[line.nearest(d)]) - y);
                    if (distance < least) {
                        least = distance;
                        nearest = line;
                    }
                }
            }
        }
        return nearest == null ? null : nearest.keys().stream().findFirst().orElse(null);
    }

    private void key(KeyEvent event) {
        if (chart == null) {
            return;
        }
        int from = place(chart);
        int step = event.isShiftDown() ? 10 : 1;
        int to = switch (event.getCode()) {
            case LEFT -> from - step;
            case RIGHT -> from + step;
            case HOME -> 1;
            case END -> chart.lastPlace();
            case ESCAPE -> 0;
            case ENTER -> {
                if (chart.hasPrefixes()) {
                    prefix.set(from);
                }
                yield from;
            }
            default -> -1;
        };
        if (to != -1) {
            moveCursor(to == 0 && event.getCode() != javafx.scene.input.KeyCode.LEFT
                    ? 0
                    : Math.clamp(to, 1, chart.lastPlace()), null);
            event.consume();
        }
    }

    private void moveCursor(int to, @Nullable String key) {
        if (to != cursor || !Objects.equals(key, highlighted)) {
            cursor = to;
            highlighted = key;
            overlay.redraw();
            onReading.run();
            Reading reading = reading();
            setAccessibleHelp(to == 0 || reading == null ? null : reading.inWords());
        }
    }
}
