package org.matryoscope.base;

import java.util.Locale;

/** Counts in digits, the same in every locale. */
public final class Count {
    private Count() {
    }

    /**
     * Writes a count.
     *
     * @param count any number
     * @return "22,500"
     */
    public static String of(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
