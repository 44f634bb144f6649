package org.matryoscope.app.slider;

import java.util.List;
import java.util.stream.Stream;

/**
 * The prefix lengths that the slider marks.
 *
 * @param prefixes ascending, the last one is D
 * @param source why just these
 */
record PrefixMarks(List<Integer> prefixes, Source source) {
    private static final int LEAST_POWER = 8;

    /** Why prefixes are marked. */
    enum Source {
        /** The model says that it was trained for them. */
        TRAINED,
        /** The vectors' variance steps down behind them. */
        FOUND,
        /** They are powers of two, for orientation. */
        POWERS
    }

    /** What is shown before a model is there. */
    static final PrefixMarks NONE = new PrefixMarks(List.of(1), Source.POWERS);

    static PrefixMarks of(List<Integer> trainedPrefixes, int dimension) {
        if (!trainedPrefixes.isEmpty()) {
            return within(trainedPrefixes.stream(), dimension, Source.TRAINED);
        }
        return within(Stream.iterate(LEAST_POWER, d -> d < dimension, d -> 2 * d), dimension, Source.POWERS);
    }

    /** Marks the prefixes at which the vectors look trained; powers of two where they look trained at none. */
    static PrefixMarks found(List<Integer> prefixes, int dimension) {
        return prefixes.isEmpty() ? of(List.of(), dimension) : within(prefixes.stream(), dimension, Source.FOUND);
    }

    private static PrefixMarks within(Stream<Integer> prefixes, int dimension, Source source) {
        return new PrefixMarks(
                Stream.concat(prefixes.filter(d -> d >= 1 && d < dimension).sorted(), Stream.of(dimension)).toList(),
                source);
    }

    /** Says whether they mean something for these vectors. */
    boolean trained() {
        return source != Source.POWERS;
    }

    /** Returns whether d is one of the marks. */
    boolean contains(int d) {
        return prefixes.contains(d);
    }

    /** Returns the next mark above d, or the last one. */
    int after(int d) {
        return prefixes.stream().filter(mark -> mark > d).findFirst().orElse(prefixes.getLast());
    }

    /** Returns the next mark below d, or 1. */
    int before(int d) {
        return prefixes.reversed().stream().filter(mark -> mark < d).findFirst().orElse(1);
    }
}
