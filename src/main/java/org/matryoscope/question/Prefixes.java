package org.matryoscope.question;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

import org.matryoscope.study.VectorOrigin;

/** Choices of prefix lengths. */
public final class Prefixes {
    private static final int SMALLEST = 8;

    private Prefixes() {
    }

    /**
     * Returns the prefixes to list.
     *
     * @param chosen those chosen, of which longer ones than D are left out; empty for the {@link #ladder}
     * @param origin the vectors
     * @return ascending, each once
     */
    public static int[] listed(List<Integer> chosen, VectorOrigin origin) {
        return chosen.isEmpty()
                ? ladder(origin)
                : chosen.stream()
                        .mapToInt(Integer::intValue)
                        .filter(d -> d <= origin.dimension())
                        .sorted()
                        .distinct()
                        .toArray();
    }

    /** The vectors' trained prefixes up to D, else the powers of two from 8; D itself is always the last. */
    public static int[] ladder(VectorOrigin origin) {
        List<Integer> trained = trained(origin);
        return trained.isEmpty()
                ? powersOfTwo(origin.dimension())
                : withEnd(trained.stream().mapToInt(Integer::intValue), origin.dimension());
    }

    /** The vectors' trained prefixes up to D; empty where none are known. */
    public static List<Integer> trained(VectorOrigin origin) {
        return origin.trainedPrefixes().stream().filter(prefix -> prefix <= origin.dimension()).toList();
    }

    /** The powers of two from 8 to D, and D. */
    static int[] powersOfTwo(int dimension) {
        return withEnd(IntStream.iterate(SMALLEST, d -> d < dimension, d -> 2 * d), dimension);
    }

    /** About {@code count} prefixes from 1 to D at equal ratios, each once. */
    public static int[] atEqualRatios(int dimension, int count) {
        TreeSet<Integer> prefixes = new TreeSet<>();
        for (int i = 0; i < count; i++) {
            prefixes.add((int) Math.round(Math.pow(dimension, i / (count - 1.0))));
        }
        return prefixes.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The same prefixes and further ones, ascending, each once. */
    public static int[] with(int[] prefixes, int... further) {
        return IntStream.concat(IntStream.of(prefixes), IntStream.of(further)).distinct().sorted().toArray();
    }

    /** Returns the index of the first prefix that is at least {@code d}; the last where none is. */
    public static int indexFrom(int[] ascending, int d) {
        int at = 0;
        while (at < ascending.length - 1 && ascending[at] < d) {
            at++;
        }
        return at;
    }

    private static int[] withEnd(IntStream prefixes, int dimension) {
        return IntStream.concat(prefixes, IntStream.of(dimension))
                .filter(d -> d <= dimension)
                .distinct()
                .sorted()
                .toArray();
    }
}
