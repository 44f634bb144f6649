package org.matryoscope.base;

import java.util.Locale;

/** Amounts of bytes in words, in powers of 1000. */
public final class ByteSize {
    private ByteSize() {
    }

    /**
     * Returns an amount in the unit that suits it.
     *
     * @param bytes how many
     * @return "1.5 GB", "2.0 MB", "14,400 bytes"
     */
    public static String words(long bytes) {
        if (bytes >= 1_000_000_000L) {
            return String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
        }
        return bytes >= 1_000_000L
                ? String.format(Locale.ROOT, "%.1f MB", bytes / 1e6)
                : String.format(Locale.ROOT, "%,d bytes", bytes);
    }
}
