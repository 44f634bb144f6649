package org.matryoscope.app.view;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

import org.matryoscope.app.state.Side;

/**
 * An answer for model A and, where there is one, for model B.
 *
 * @param answers by side, A first
 * @param <T> the answer's type
 */
record Sided<T>(Map<Side, T> answers) {
    Sided {
        answers = new EnumMap<>(answers);
    }

    /** Applies a function to both sides. */
    <R> Sided<R> map(BiFunction<Side, T, R> function) {
        Map<Side, R> mapped = new EnumMap<>(Side.class);
        answers.forEach((side, answer) -> mapped.put(side, function.apply(side, answer)));
        return new Sided<>(mapped);
    }

    void forEach(BiConsumer<Side, T> action) {
        answers.forEach(action);
    }

    T a() {
        return java.util.Objects.requireNonNull(answers.get(Side.A));
    }

    Optional<T> b() {
        return Optional.ofNullable(answers.get(Side.B));
    }

    boolean both() {
        return answers.size() > 1;
    }

    /** Returns the prefix for names in tables and readouts: "A " or "B " where there are two sides. */
    String tag(Side side) {
        return both() ? side + " " : "";
    }
}
