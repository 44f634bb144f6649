package org.matryoscope.corpus.vectors;

import java.util.Collection;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What a pass through a table wants of each row; the rest is passed over.
 *
 * @param vectors the one field of vectors; null for none, or for all where {@code cells} is null
 * @param values whether the numbers matter, and not just how many there are
 * @param cells the fields of texts and numbers; null for all
 */
record Wanted(@Nullable String vectors, boolean values, @Nullable Set<String> cells) {
    /** Every field. */
    static final Wanted EVERYTHING = new Wanted(null, true, null);

    /** How many numbers a field's vectors have. */
    static Wanted lengths(String vectors) {
        return new Wanted(vectors, false, Set.of());
    }

    /** The numbers of a field's vectors. */
    static Wanted values(String vectors) {
        return new Wanted(vectors, true, Set.of());
    }

    /** Texts and numbers, but no vectors. */
    static Wanted cells(Collection<String> fields) {
        return new Wanted(null, false, Set.copyOf(fields));
    }

    /** Whether every field is wanted, whatever it holds. */
    boolean isEverything() {
        return cells == null;
    }

    /** Whether a field is wanted where it holds a vector. */
    boolean vector(String field) {
        return isEverything() || field.equals(vectors);
    }

    /** Whether a field is wanted where it holds a text or a number. */
    boolean cell(String field) {
        return cells == null || cells.contains(field);
    }

    /** Whether a field is wanted that lies in this one, such as "embedding.values" in "embedding". */
    boolean within(String field) {
        return cells == null || isIn(field, vectors) || cells.stream().anyMatch(each -> isIn(field, each));
    }

    private static boolean isIn(String outer, @Nullable String inner) {
        return inner != null && inner.length() > outer.length() && inner.startsWith(outer)
                && (inner.charAt(outer.length()) == '.' || inner.charAt(outer.length()) == ' ');
    }
}
