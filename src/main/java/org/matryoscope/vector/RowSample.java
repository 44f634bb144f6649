package org.matryoscope.vector;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.matryoscope.base.Progress;

/** Draws rows for statistics that a part of the rows tells as well as all of them do. */
public final class RowSample {
    private static final long SEED = 1;
    /** Rows gathered before they are copied: a few MB. */
    private static final int ROWS_AT_ONCE = 1024;

    private RowSample() {
    }

    /**
     * Draws numbers evenly: one at random from each of {@code most} stretches of equal length. Plain equal steps would meet
     * the same part of every period of rows that come in turns. The same numbers each time.
     *
     * @param size how many there are
     * @param most how many to draw at most, at least 1
     * @return numbers from 0 … size − 1, ascending, each once; all of them where there are no more than {@code most}
     */
    public static int[] draw(int size, int most) {
        if (size <= most) {
            return IntStream.range(0, size).toArray();
        }
        SplittableRandom random = new SplittableRandom(SEED);
        return IntStream.range(0, most).map(i -> {
            int from = (int) ((long) size * i / most);
            int to = (int) ((long) size * (i + 1) / most);
            return random.nextInt(from, to);
        }).toArray();
    }

    /**
     * Draws from the included rows.
     *
     * @param store the rows
     * @param most how many at most, at least 1
     * @return rows that are not excluded, ascending
     */
    public static int[] included(VectorStore store, int most) {
        if (store.excluded().isEmpty()) {
            return draw(store.rows(), most);
        }
        int[] included = IntStream.range(0, store.rows()).filter(row -> !store.isExcluded(row)).toArray();
        return IntStream.of(draw(included.length, most)).map(i -> included[i]).toArray();
    }

    /**
     * Copies chosen rows into a store of their own.
     *
     * @param store the rows
     * @param chosen at least one row that is not excluded, ascending
     * @param progress told of the rows read; cancels
     * @return the copy, to be closed by the caller
     */
    public static VectorStore copy(VectorStore store, int[] chosen, Progress progress) {
        int dimension = store.dimension();
        float[] rowMajor = new float[Math.min(chosen.length, ROWS_AT_ONCE) * dimension];
        float[] column = new float[Math.min(chosen.length, ROWS_AT_ONCE)];
        try (VectorStoreBuilder builder = VectorStore.builder(chosen.length, dimension)) {
            for (int start = 0; start < chosen.length; start += ROWS_AT_ONCE) {
                progress.report(start, chosen.length);
                int[] some = Arrays.copyOfRange(chosen, start, Math.min(chosen.length, start + ROWS_AT_ONCE));
                for (int i = 0; i < dimension; i++) {
                    store.gatherColumn(i, some, column);
                    for (int row = 0; row < some.length; row++) {
                        rowMajor[row * dimension + i] = column[row];
                    }
                }
                builder.putBlock(start, some.length, rowMajor);
            }
            progress.report(1, 1);
            return builder.build();
        }
    }
}
