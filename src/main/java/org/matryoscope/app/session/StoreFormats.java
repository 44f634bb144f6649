package org.matryoscope.app.session;

import java.util.EnumMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.matryoscope.app.state.Workbench;
import org.matryoscope.app.task.Background;
import org.matryoscope.question.Side;
import org.matryoscope.question.Subject;
import org.matryoscope.study.EmbeddedCorpus;
import org.matryoscope.vector.NumberFormat;

/**
 * Keeps each side's vectors in the number format that the workbench asks for, or in the one they were given in where that is
 * smaller: what was rounded once gains nothing by more bits. Lives on the FX thread.
 */
final class StoreFormats {
    /** A side's copy, and the subject made of it for the latest query; neither subject before the first. */
    private record Copy(EmbeddedCorpus texts, @Nullable Subject ready, @Nullable Subject subject) {

        // The same object: vectors of another corpus or model are another object.
        @SuppressWarnings("ReferenceEquality")
        boolean holds(EmbeddedCorpus given, NumberFormat format) {
            return texts.given() == given && texts.store().format() == format;
        }
    }

    /** What a side is being copied to. */
    private record Pending(EmbeddedCorpus given, NumberFormat format) {
        @SuppressWarnings("ReferenceEquality")
        boolean is(EmbeddedCorpus other, NumberFormat wanted) {
            return given == other && format == wanted;
        }
    }

    private final Workbench workbench;
    private final Background background;
    private final Runnable onStored;
    private final Map<Side, Copy> copies = new EnumMap<>(Side.class);
    private final Map<Side, Pending> pending = new EnumMap<>(Side.class);

    /**
     * Starts without copies.
     *
     * @param workbench whose format is wanted
     * @param background copies
     * @param onStored called when a copy is ready, and when the wanted format changes
     */
    StoreFormats(Workbench workbench, Background background, Runnable onStored) {
        this.workbench = workbench;
        this.background = background;
        this.onStored = onStored;
        workbench.format().addListener((property, old, now) -> onStored.run());
    }

    /** Whether a copy is under way. */
    boolean isCopying() {
        return !pending.isEmpty();
    }

    /**
     * Returns a side's result in the wanted format, the same object each time; null while it is being copied.
     *
     * @param side which side
     * @param ready its result as given; null forgets its copy
     */
    @Nullable
    Subject stored(Side side, @Nullable Subject ready) {
        if (ready == null) {
            forget(side);
            return null;
        }
        EmbeddedCorpus given = ready.texts();
        NumberFormat format = given.store().format().coarser(workbench.format().get());
        if (format == given.store().format()) {
            forget(side);
            return ready;
        }
        Copy copy = copies.get(side);
        if (copy != null && copy.holds(given, format)) {
            cancel(side);
            return subject(side, copy, ready);
        }
        Pending under = pending.get(side);
        if (under == null || !under.is(given, format)) {
            start(side, new Pending(given, format));
        }
        return null;
    }

    @SuppressWarnings("ReferenceEquality")
    private Subject subject(Side side, Copy copy, Subject ready) {
        Subject known = copy.subject();
        if (known != null && copy.ready() == ready) {
            return known;
        }
        Subject subject = ready.over(copy.texts());
        copies.put(side, new Copy(copy.texts(), ready, subject));
        return subject;
    }

    private void start(Side side, Pending next) {
        pending.put(side, next);
        background.latest(slot(side), "Storing the vectors as " + next.format().label(),
                progress -> VectorOpening.watched(next.given().in(next.format(), progress)), texts -> {
                    pending.remove(side);
                    copies.put(side, new Copy(texts, null, null));
                    onStored.run();
                }, failure -> {
                    pending.remove(side);
                    goBack(side);
                });
    }

    /** After a failure or at the user's wish: asks for what is shown, which needs no copy. */
    private void goBack(Side side) {
        Subject shown = workbench.subject(side).get();
        workbench.format().set(shown == null ? NumberFormat.FLOAT32 : shown.texts().store().format());
    }

    private void forget(Side side) {
        cancel(side);
        copies.remove(side);
    }

    private void cancel(Side side) {
        if (pending.remove(side) != null) {
            background.cancel(slot(side));
        }
    }

    private static String slot(Side side) {
        return "format " + side;
    }
}
