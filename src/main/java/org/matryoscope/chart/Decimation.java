package org.matryoscope.chart;

/** Thins a line to what a screen can show: of the points in one pixel column the first, the lowest, the highest and the last. */
final class Decimation {
    private final double[] xs;
    private final double[] ys;
    private int size;

    private Decimation(int capacity) {
        xs = new double[capacity];
        ys = new double[capacity];
    }

    /**
     * Thins a run of points.
     *
     * @param x pixel positions, ascending
     * @param y pixel heights, none of them NaN
     * @param from the first point
     * @param to behind the last point
     * @return the points to draw; all of them where there are not many more than pixels
     */
    static Decimation of(double[] x, double[] y, int from, int to) {
        Decimation line = new Decimation(to - from);
        int start = from;
        while (start < to) {
            long column = (long) Math.floor(x[start]);
            int end = start;
            int low = start;
            int high = start;
            while (end < to && (long) Math.floor(x[end]) == column) {
                low = y[end] < y[low] ? end : low;
                high = y[end] > y[high] ? end : high;
                end++;
            }
            int first = Math.min(low, high);
            int second = Math.max(low, high);
            line.add(x, y, start);
            if (first > start) {
                line.add(x, y, first);
            }
            if (second > first) {
                line.add(x, y, second);
            }
            if (end - 1 > second) {
                line.add(x, y, end - 1);
            }
            start = end;
        }
        return line;
    }

    private void add(double[] x, double[] y, int i) {
        xs[size] = x[i];
        ys[size] = y[i];
        size++;
    }

    double[] xs() {
        return xs;
    }

    double[] ys() {
        return ys;
    }

    int size() {
        return size;
    }
}
