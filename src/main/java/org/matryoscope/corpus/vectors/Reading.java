package org.matryoscope.corpus.vectors;

import org.jspecify.annotations.Nullable;

/**
 * How a file is to be read where it does not say so itself. What is null is guessed from its content.
 *
 * @param separator the character between two cells of a .csv or .tsv file
 * @param header whether the first row of such a file names its columns
 * @param table which table of a database
 * @param requireVectors whether a row without a vector is refused; else it is left out, and named
 */
public record Reading(@Nullable Character separator, @Nullable Boolean header, @Nullable String table,
        boolean requireVectors) {
    /** All guessed; rows without a vector are left out. */
    public static final Reading GUESSED = new Reading(null, null, null, false);

    /** Returns the same with another separator. */
    public Reading withSeparator(@Nullable Character other) {
        return new Reading(other, header, table, requireVectors);
    }

    /** Returns the same with or without a row of column names. */
    public Reading withHeader(@Nullable Boolean other) {
        return new Reading(separator, other, table, requireVectors);
    }

    /** Returns the same for another table. */
    public Reading withTable(@Nullable String other) {
        return new Reading(separator, header, other, requireVectors);
    }

    /** Returns the same, with rows refused that have no vector. */
    public Reading requiringVectors() {
        return new Reading(separator, header, table, true);
    }
}
