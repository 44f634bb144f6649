package org.matryoscope.base;

import java.util.Locale;

/** Counts in digits, the same in every locale. */
public final class Count {
    /** Four digits are read without help, and look alike beside and on the slider. */
    private static final long UNGROUPED = 9999;

    private Count() {
    }

    /**
     * Writes a count.
     *
     * @param count any number
     * @return "1536" or "22,500"
     */
    public static String of(long count) {
        return String.format(Locale.ROOT, Math.abs(count) > UNGROUPED ? "%,d" : "%d", count);
    }
}
