package org.matryoscope.vector;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/** One thread's scratch arrays for adding groups of columns to {@link GroupSums}. */
final class GroupAdder {
    private static final int PAIR = 2;
    /** The root of {@link GroupSums#UNITS}. */
    private static final double ROOT_UNITS = 0x1p15;

    private final GroupSums sums;
    private final float[] norm = new float[BlockScan.BLOCK];
    private final float[][] dot;

    GroupAdder(GroupSums sums) {
        this.sums = sums;
        dot = new float[sums.queries().size()][BlockScan.BLOCK];
    }

    /** Adds a group of columns, or takes it away where {@code sign} is −1. */
    void add(int group, int sign, int firstRow, int count) {
        Arrays.fill(norm, 0, count, 0);
        for (float[] sum : dot) {
            Arrays.fill(sum, 0, count, 0);
        }
        for (int i = group * GroupSums.GROUP; i < (group + 1) * GroupSums.GROUP; i += PAIR) {
            addPair(i, firstRow, count);
        }
        Int8Kernels.addUnits(norm, sign, sums.norms(), firstRow, count);
        for (int q = 0; q < dot.length; q++) {
            Int8Kernels.addUnits(dot[q], sign, sums.dots()[q], firstRow, count);
        }
    }

    private void addPair(int i, int firstRow, int count) {
        Int8Columns columns = sums.columns();
        long first = columns.layout().offset(i, firstRow);
        long second = columns.layout().offset(i + 1, firstRow);
        MemorySegment codes = columns.data();
        Int8Kernels.addPairSquares(codes, first, second, root(i), root(i + 1), norm, count);
        for (int q = 0; q < dot.length; q++) {
            Int8Kernels.addPairProducts(codes, first, second, weight(q, i), weight(q, i + 1), dot[q], count);
        }
    }

    /** What a code of a column adds to a query's dot product, in units. */
    private float weight(int query, int i) {
        return (float) (sums.queries().get(query).at(i) * sums.columns().scales()[i] * GroupSums.UNITS);
    }

    /** The root of what a code of 1 adds to the squared norm, in units. */
    private float root(int i) {
        return (float) (sums.columns().scales()[i] * ROOT_UNITS);
    }
}
