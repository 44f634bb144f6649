package org.matryoscope.app.view;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

import org.matryoscope.study.VectorOrigin;

/** Choices of prefix lengths. */
final class Prefixes {
    private static final int SMALLEST = 8;

    private Prefixes() {
    }

    /** The vectors' trained prefixes up to D, else the powers of two from 8; D itself is always the last. */
    static int[] ladder(VectorOrigin origin) {
        List<Integer> trained = trained(origin);
        return trained.isEmpty()
                ? powersOfTwo(origin.dimension())
                : withEnd(trained.stream().mapToInt(Integer::intValue), origin.dimension());
    }

    /** The vectors' trained prefixes up to D; empty where none are known. */
    static List<Integer> trained(VectorOrigin origin) {
        return origin.trainedPrefixes().stream().filter(prefix -> prefix <= origin.dimension()).toList();
    }

    /** The powers of two from 8 to D, and D. */
    static int[] powersOfTwo(int dimension) {
        return withEnd(IntStream.iterate(SMALLEST, d -> d < dimension, d -> 2 * d), dimension);
    }

    /** Every prefix up to D. */
    static int[] all(int dimension) {
        return IntStream.rangeClosed(1, dimension).toArray();
    }

    /** About {@code count} prefixes from 1 to D at equal ratios, each once. */
    static int[] atEqualRatios(int dimension, int count) {
        TreeSet<Integer> prefixes = new TreeSet<>();
        for (int i = 0; i < count; i++) {
            prefixes.add((int) Math.round(Math.pow(dimension, i / (count - 1.0))));
        }
        return prefixes.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The same prefixes and further ones, ascending, each once. */
    static int[] with(int[] prefixes, int... further) {
        return IntStream.concat(IntStream.of(prefixes), IntStream.of(further)).distinct().sorted().toArray();
    }

    private static int[] withEnd(IntStream prefixes, int dimension) {
        return IntStream.concat(prefixes, IntStream.of(dimension))
                .filter(d -> d <= dimension)
                .distinct()
                .sorted()
                .toArray();
    }
}
