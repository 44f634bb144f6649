package org.matryoscope.app.session;

import org.jspecify.annotations.Nullable;

import org.matryoscope.app.state.Workbench;
import org.matryoscope.app.task.Background;
import org.matryoscope.app.task.OncePerPulse;
import org.matryoscope.base.Progress;
import org.matryoscope.question.Side;
import org.matryoscope.question.Subject;
import org.matryoscope.retrieval.LiveRanking;
import org.matryoscope.retrieval.RankingAt;

/**
 * Keeps one side's ranking at the prefix of the slider. Moves are conflated to the pulse, and at most one scan runs at a time:
 * the next one starts at the newest prefix when it ends, so that a fast drag shows as many rankings as the machine can make.
 * A ranking of an earlier subject is never shown.
 */
public final class RankingUpdater {
    /** Ranks at a prefix; {@link LiveRanking#at} outside tests. */
    @FunctionalInterface
    public interface Ranker {
        /**
         * Ranks.
         *
         * @param d 1 … D
         * @param renormalise cosine of the prefixes, or the plain dot product
         * @return the ranking
         */
        RankingAt at(int d, boolean renormalise);
    }

    /** Prepares a subject's ranker; {@link RankingUpdater#live} outside tests. */
    @FunctionalInterface
    public interface Preparation {
        /**
         * Prepares, off the FX thread.
         *
         * @param subject what to rank
         * @param progress told of the rows read; cancels
         * @return the ranker
         */
        Ranker prepare(Subject subject, Progress progress);
    }

    /** A subject and its ranker, which one worker at a time may use; made on a worker, since it scans all columns. */
    private static final class Scan {
        private final Subject subject;
        private final Preparation rankers;
        private @Nullable Ranker ranker;

        Scan(Subject subject, Preparation rankers) {
            this.subject = subject;
            this.rankers = rankers;
        }

        synchronized RankingAt at(int d, boolean renormalise, Progress progress) {
            if (ranker == null) {
                ranker = rankers.prepare(subject, progress);
            }
            return ranker.at(d, renormalise);
        }
    }

    private final Side side;
    private final Workbench workbench;
    private final Background background;
    private final Preparation rankers;
    private final OncePerPulse pulse = new OncePerPulse(this::update);
    private @Nullable Scan scan;
    private @Nullable Scan running;
    private boolean moved;

    /**
     * Starts to follow the workbench.
     *
     * @param side which side's ranking
     * @param workbench observed for subject, prefix and re-normalisation; given the ranking
     * @param background scans
     * @param rankers prepares a subject's scan
     */
    public RankingUpdater(Side side, Workbench workbench, Background background, Preparation rankers) {
        this.side = side;
        this.workbench = workbench;
        this.background = background;
        this.rankers = rankers;
        workbench.subject(side).subscribe(this::changeSubject);
        workbench.prefix().subscribe(d -> pulse.request());
        workbench.renormalise().subscribe(on -> pulse.request());
    }

    /** Prepares the scan of the core. */
    public static Ranker live(Subject subject, Progress progress) {
        return new LiveRanking(subject.texts().store(), subject.asked().vector(), progress)::at;
    }

    private void changeSubject(@Nullable Subject subject) {
        scan = subject == null ? null : new Scan(subject, rankers);
        pulse.request();
    }

    private void update() {
        Scan current = scan;
        if (current == null) {
            background.cancel(slot());
            running = null;
            return;
        }
        if (running == current) {
            moved = true;
            return;
        }
        start(current);
    }

    private void start(Scan current) {
        running = current;
        moved = false;
        int d = Math.clamp(workbench.prefix().get(), 1, current.subject.dimension());
        boolean renormalise = workbench.renormalise().get();
        background.latest(slot(), "Ranking", progress -> current.at(d, renormalise, progress), ranking -> {
            running = null;
            if (scan == current) {
                workbench.ranking(side).set(ranking);
            }
            if (moved) {
                pulse.request();
            }
        }, failure -> running = null);
    }

    private String slot() {
        return "ranking " + side;
    }
}
