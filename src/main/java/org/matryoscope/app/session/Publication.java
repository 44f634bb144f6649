package org.matryoscope.app.session;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.matryoscope.app.state.Workbench;
import org.matryoscope.corpus.JudgedQuery;
import org.matryoscope.question.Asking;
import org.matryoscope.question.Side;
import org.matryoscope.question.Subject;

/** Puts results into the workbench: B's only beside A's of the same corpus, since rows mean documents of one corpus throughout. */
final class Publication {
    /** More judged documents than this are not selected one by one: the questions choose among them. */
    private static final int MOST_SELECTED = 10;
    private static final int FIRST_PREFIX_SHARE = 3;

    private final Workbench workbench;
    private int next;

    Publication(Workbench workbench) {
        this.workbench = workbench;
    }

    /**
     * Shows results.
     *
     * @param a side A's
     * @param b side B's; null where there is none, and the one shown stays
     * @param bIsUnanswered whether side B has no answer to the query, so that an earlier one goes
     */
    void show(Subject a, @Nullable Subject b, boolean bIsUnanswered) {
        Subject shownA = workbench.subject(Side.A).get();
        if (shownA == null || !ofOneCorpus(shownA, a)) {
            clearForNewCorpus();
        }
        movePrefix(shownA, a);
        workbench.subject(Side.A).set(a);
        judge(a);
        if (bIsUnanswered) {
            workbench.subject(Side.B).set(null);
            workbench.ranking(Side.B).set(null);
        } else if (b != null && ofOneCorpus(a, b)) {
            workbench.subject(Side.B).set(b);
        }
    }

    /** Sets the prefix that the first results are shown at; 0 for a third of their dimensions. */
    void prefixOfNext(int d) {
        next = d;
        if (d > 0 && workbench.subject(Side.A).get() != null) {
            workbench.prefix().set(d);
        }
    }

    private void clearForNewCorpus() {
        workbench.selection().set(List.of());
        workbench.judged().set(null);
        for (Side side : Side.values()) {
            workbench.ranking(side).set(null);
        }
        workbench.subject(Side.B).set(null);
    }

    private void movePrefix(@Nullable Subject before, Subject now) {
        int dimension = now.dimension();
        if (before == null) {
            workbench.prefix().set(next > 0 ? Math.min(next, dimension) : Math.max(1, dimension / FIRST_PREFIX_SHARE));
            next = 0;
        } else if (before.dimension() != dimension && workbench.prefix().get() == before.dimension()) {
            workbench.prefix().set(dimension);
        } else {
            workbench.prefix().set(Math.clamp(workbench.prefix().get(), 1, dimension));
        }
    }

    private void judge(Subject subject) {
        JudgedQuery judged = Asking.judged(subject.texts().corpus(), subject.asked().text()).orElse(null);
        if (Objects.equals(judged, workbench.judged().get())) {
            return;
        }
        workbench.judged().set(judged);
        List<Integer> rows = judged == null ? List.of() : judged.grades().keySet().stream().sorted().toList();
        workbench.selection().set(rows.size() <= MOST_SELECTED ? rows : List.of());
    }

    // The same object, since comparing a hundred thousand texts has no place on the FX thread.
    @SuppressWarnings("ReferenceEquality")
    private static boolean ofOneCorpus(Subject one, Subject other) {
        return one.texts().corpus() == other.texts().corpus();
    }
}
