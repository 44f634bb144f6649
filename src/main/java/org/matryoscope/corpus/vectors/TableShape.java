package org.matryoscope.corpus.vectors;

import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;

/**
 * How many vectors a table has, and how long they are.
 *
 * @param rows 1 or more
 * @param dimension 1 or more
 */
record TableShape(int rows, int dimension) {
    /** Counts the rows of a table in one pass, which ends at the first without a vector or with one of another length. */
    static TableShape count(TableRows table, String field, Progress progress) {
        Counter counter = new Counter(field);
        table.forEach(Wanted.lengths(field), progress, row -> {
            counter.add(row, row.vector(field).length());
            return true;
        });
        if (counter.rows == 0) {
            throw noRows(table);
        }
        return new TableShape(counter.rows, counter.dimension);
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

        Counter(String field) {
            this.field = field;
        }

        void add(TableRow row, int length) {
            if (rows == 0) {
                dimension = length;
                first = row.place();
            } else if (length != dimension) {
                throw ragged(row.place() + ", “" + field + "”", length, first, dimension);
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
