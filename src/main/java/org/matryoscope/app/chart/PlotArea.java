package org.matryoscope.app.chart;

import java.util.HashSet;
import java.util.Objects;
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
import org.matryoscope.chart.Reading;
import org.matryoscope.chart.Series;
import org.matryoscope.chart.Surface;

/** The drawn part of a chart: a body, which changes with the data, under an overlay, which follows d and the mouse. */
final class PlotArea extends Region {
    private static final double REACH = 9;

    private final IntegerProperty prefix = new SimpleIntegerProperty(this, "prefix", 1);
    private final Set<String> hidden = new HashSet<>();
    private final CanvasLayer body = new CanvasLayer(this::paintBody);
    private final CanvasLayer overlay = new CanvasLayer(this::paintOverlay);
    private Look look = new Look(new Palette(java.util.Map.of()), 12);
    private @Nullable Chart chart;
    private @Nullable Plot plot;
    private int cursor;
    private Series.@Nullable Line highlighted;

    PlotArea() {
        getStyleClass().add("plot-area");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        getChildren().addAll(body, overlay);
        prefix.addListener((property, old, now) -> overlay.redraw());
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
        plot = null;
        highlighted = null;
        redraw();
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
    Plot plot() {
        return plot;
    }

    Series.@Nullable Line highlighted() {
        return highlighted;
    }

    @Override
    protected void layoutChildren() {
        body.resizeRelocate(0, 0, getWidth(), getHeight());
        overlay.resizeRelocate(0, 0, getWidth(), getHeight());
    }

    @Override
    protected double computePrefHeight(double width) {
        return look.fontSize() * 22;
    }

    @Override
    protected double computeMinHeight(double width) {
        return look.fontSize() * 10;
    }

    private void redraw() {
        body.redraw();
        overlay.redraw();
    }

    private void paintBody(Surface surface, double width, double height) {
        if (chart != null) {
            plot = Plot.of(chart, width, height, look, surface);
            ChartRenderer.draw(plot, hidden, look, surface);
        }
    }

    private void paintOverlay(Surface surface, double width, double height) {
        if (chart != null) {
            // Laid out by itself, as the overlay may be drawn before the body after a resize.
            Plot current = plot != null && plot.width() == width && plot.height() == height
                    ? plot
                    : Plot.of(chart, width, height, look, surface);
            new OverlayRenderer(current, hidden, look, surface).draw(prefix.get(), cursor, highlighted);
        }
    }

    private void set(MouseEvent event) {
        if (plot != null && event.getButton() == MouseButton.PRIMARY) {
            prefix.set(plot.prefixAt(event.getX()));
        }
    }

    private void read(MouseEvent event) {
        if (plot == null) {
            return;
        }
        boolean onPlot = event.getX() >= plot.left() && event.getX() <= plot.right();
        moveCursor(onPlot ? plot.prefixAt(event.getX()) : 0, lineAt(plot, event.getX(), event.getY()));
    }

    /** Finds the labelled line under a point: the nearest by height, or the one whose label is there. */
    private Series.@Nullable Line lineAt(Plot where, double x, double y) {
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
            return nearest;
        }
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
        return nearest;
    }

    private void key(KeyEvent event) {
        if (chart == null) {
            return;
        }
        int from = cursor == 0 ? prefix.get() : cursor;
        int step = event.isShiftDown() ? 10 : 1;
        int to = switch (event.getCode()) {
            case LEFT -> from - step;
            case RIGHT -> from + step;
            case HOME -> 1;
            case END -> chart.maxPrefix();
            case ESCAPE -> 0;
            case ENTER -> {
                prefix.set(from);
                yield from;
            }
            default -> -1;
        };
        if (to != -1) {
            moveCursor(to == 0 && event.getCode() != javafx.scene.input.KeyCode.LEFT
                    ? 0
                    : Math.clamp(to, 1, chart.maxPrefix()), null);
            event.consume();
        }
    }

    private void moveCursor(int to, Series.@Nullable Line line) {
        if (to != cursor || !Objects.equals(line, highlighted)) {
            cursor = to;
            highlighted = line;
            overlay.redraw();
            if (plot != null) {
                setAccessibleHelp(to == 0 ? null : Reading.at(to, plot, hidden).inWords());
            }
        }
    }
}
