package org.matryoscope.app.ranking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.layout.Region;

/**
 * Slides the visible rows from where they stood to their new places. A row that moves again on its way goes on from where it
 * is; the distance decays, so that frequent small moves blend into one motion.
 */
final class RowSlide {
    /** The distance falls to 1/e in this time; rows have settled after some 180 ms. */
    private static final double DECAY_NANOS = TimeUnit.MILLISECONDS.toNanos(45);
    private static final double SETTLED_PIXELS = 0.5;
    /** A row does not slide over more than this many places: it comes from just outside. */
    private static final int FARTHEST = 30;

    private final List<Region> moving = new ArrayList<>();
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            advance(now);
        }
    };
    private long lastNanos;

    /** Returns where the rows of the visible cells are drawn, in pixels from the top of the first place, by row. */
    Map<Integer, Double> drawnAt(List<RankingCell> cells, RankedList list, double height) {
        Map<Integer, Double> at = new HashMap<>();
        for (RankingCell cell : cells) {
            Integer position = cell.getItem();
            if (position != null && position < list.size()) {
                at.put(list.rowAt(position), position * height + cell.view().sliding().getTranslateY());
            }
        }
        return at;
    }

    /** Lets the cells, which show the new list already, start from where their rows were drawn. */
    void start(List<RankingCell> cells, RankedList list, double height, Map<Integer, Double> before) {
        moving.clear();
        if (before.isEmpty() || Platform.getPreferences().isReducedMotion()) {
            cells.forEach(cell -> cell.view().sliding().setTranslateY(0));
            return;
        }
        double outside = before.values().stream().mapToDouble(y -> y).max().orElse(0) + height;
        for (RankingCell cell : cells) {
            Integer position = cell.getItem();
            if (position == null || position >= list.size()) {
                continue;
            }
            double from = before.getOrDefault(list.rowAt(position), outside) - position * height;
            Region row = cell.view().sliding();
            row.setTranslateY(Math.clamp(from, -FARTHEST * height, FARTHEST * height));
            if (Math.abs(from) > SETTLED_PIXELS) {
                moving.add(row);
            }
        }
        if (!moving.isEmpty()) {
            lastNanos = 0;
            timer.start();
        }
    }

    private void advance(long now) {
        double left = lastNanos == 0 ? 1 : Math.exp((lastNanos - now) / DECAY_NANOS);
        lastNanos = now;
        moving.removeIf(row -> {
            double y = row.getTranslateY() * left;
            boolean settled = Math.abs(y) <= SETTLED_PIXELS;
            row.setTranslateY(settled ? 0 : y);
            return settled;
        });
        if (moving.isEmpty()) {
            timer.stop();
        }
    }
}
