package org.matryoscope.base;

/** Progress of one part of a longer job. */
public final class Share {
    private static final long PARTS = 10_000;

    private Share() {
    }

    /** Reports a part's progress as the stretch from {@code from} to {@code to} (0 … 1) of the whole. */
    public static Progress of(Progress whole, double from, double to) {
        return (done, total) -> {
            double share = total == 0 ? 0 : (double) done / total;
            whole.report(Math.round(PARTS * (from + (to - from) * share)), PARTS);
        };
    }
}
