package org.matryoscope.corpus.vectors;

import org.jspecify.annotations.Nullable;

import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;

/**
 * How many vectors a table has, and how long they are.
 *
 * @param rows 1 or more
 * @param dimension 1 or more
 * @param missing the problem that a row, the first of them, has no vector; null where all have one
 */
record TableShape(int rows, int dimension, @Nullable Problem missing) {
    /** Counts the rows of a table in one pass, which ends at the first with a vector of another length. */
    static TableShape count(TableRows table, String field, Progress progress) {
        Counter counter = new Counter(field);
        table.forEach(Wanted.lengths(field), progress, row -> {
            counter.add(row, row.vector(field));
            return true;
        });
        if (counter.rows == 0) {
            throw noRows(table);
        }
        if (counter.dimension == 0 && counter.missing != null) {
            throw counter.missing;
        }
        return new TableShape(counter.rows, counter.dimension, counter.missing);
    }

    /** Returns the problem that a table has no rows. */
    static Problem noRows(TableRows table) {
        return new Problem(table.file().toString(), "there is no row in it", "Choose a file with at least one vector.");
    }

    private static final class Counter {
        private final String field;
        private int rows;
        private int dimension;
        private String first = "";
        private @Nullable Problem missing;

        Counter(String field) {
            this.field = field;
        }

        void add(TableRow row, @Nullable Numbers vector) {
            if (vector == null) {
                missing = missing == null ? row.lacking(field) : missing;
            } else if (dimension == 0) {
                dimension = vector.length();
                first = row.place();
            } else if (vector.length() != dimension) {
                throw ragged(row.place() + ", “" + field + "”", vector.length(), first, dimension);
            }
            rows = Math.addExact(rows, 1);
        }
    }

    /**
     * Returns the problem that a vector's length is another than the first one's.
     *
     * @param place where the vector stands
     * @param length its length
     * @param first where the first one stands, the file before it
     * @param dimension the first one's length
     */
    static Problem ragged(String place, int length, String first, int dimension) {
        return new Problem(place,
                "the vector has " + length + " numbers, and the one in " + first.substring(first.lastIndexOf(", ") + 2)
                        + " has " + dimension,
                "Give every row a vector of the same length; vectors of two models need two files.");
    }
}
