package org.matryoscope.app.ranking;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.layout.Region;

/**
 * Slides visible rows that move a few places; a row that comes from further away, or was not on screen, fades in at its place, so
 * that nothing crosses the list. A row that moves again on its way goes on from where it is; distance and fading decay, so that
 * frequent small moves blend into one motion.
 */
final class RowSlide {
    /** The distance falls to 1/e in this time; rows have settled after some 180 ms. */
    private static final double DECAY_NANOS = TimeUnit.MILLISECONDS.toNanos(45);
    private static final double SETTLED_PIXELS = 0.5;
    private static final double SETTLED_OPACITY = 0.98;
    /** A row slides over at most this many places. */
    private static final double FARTHEST = 4;
    /** Still legible, so that a fast drag shows texts and not emptiness. */
    private static final double FADED = 0.35;

    private final Set<Region> moving = new HashSet<>();
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

    /**
     * Lets the cells, which show the new list already, start from where their rows were drawn.
     *
     * @param cells the visible cells
     * @param list what they show
     * @param height the height of a row
     * @param before where rows were drawn; empty to move nothing
     */
    void start(List<RankingCell> cells, RankedList list, double height, Map<Integer, Double> before) {
        boolean still = before.isEmpty() || Platform.getPreferences().isReducedMotion();
        for (RankingCell cell : cells) {
            Integer position = cell.getItem();
            Region row = cell.view().sliding();
            if (position == null || position >= list.size() || still) {
                settle(row);
                continue;
            }
            Double drawn = before.get(list.rowAt(position));
            double from = drawn == null ? Double.POSITIVE_INFINITY : drawn - position * height;
            if (Math.abs(from) <= FARTHEST * height) {
                row.setTranslateY(from);
            } else {
                row.setTranslateY(0);
                row.setOpacity(FADED);
            }
            if (Math.abs(row.getTranslateY()) > SETTLED_PIXELS || row.getOpacity() < SETTLED_OPACITY) {
                moving.add(row);
            }
        }
        if (!moving.isEmpty()) {
            lastNanos = 0;
            timer.start();
        }
    }

    private void settle(Region row) {
        row.setTranslateY(0);
        row.setOpacity(1);
        moving.remove(row);
    }

    private void advance(long now) {
        double left = lastNanos == 0 ? 1 : Math.exp((lastNanos - now) / DECAY_NANOS);
        lastNanos = now;
        for (Region row : List.copyOf(moving)) {
            row.setTranslateY(row.getTranslateY() * left);
            row.setOpacity(1 - (1 - row.getOpacity()) * left);
            if (Math.abs(row.getTranslateY()) <= SETTLED_PIXELS && row.getOpacity() >= SETTLED_OPACITY) {
                settle(row);
            }
        }
        if (moving.isEmpty()) {
            timer.stop();
        }
    }
}
