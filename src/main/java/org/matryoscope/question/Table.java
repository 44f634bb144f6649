package org.matryoscope.question;

import java.util.ArrayList;
import java.util.List;

/**
 * Numbers for reading, already in words.
 *
 * @param caption what the table is; empty where that is plain
 * @param columns at least one, all of one length
 */
public record Table(String caption, List<Column> columns) {
    /**
     * One column.
     *
     * @param header what stands above it
     * @param numbers whether its cells are numbers, to be aligned at the right
     * @param cells its cells, top to bottom
     */
    public record Column(String header, boolean numbers, List<String> cells) {
        /** Copies the list. */
        public Column {
            cells = List.copyOf(cells);
        }
    }

    /** Copies the list. */
    public Table {
        columns = List.copyOf(columns);
    }

    /** Returns how many rows it has. */
    public int rows() {
        return columns.getFirst().cells().size();
    }

    /** Starts a table. */
    public static Builder titled(String caption) {
        return new Builder(caption);
    }

    /** Collects columns. */
    public static final class Builder {
        private final String caption;
        private final List<Column> columns = new ArrayList<>();

        private Builder(String caption) {
            this.caption = caption;
        }

        /** Adds a column of text. */
        public Builder text(String header, List<String> cells) {
            columns.add(new Column(header, false, cells));
            return this;
        }

        /** Adds a column of numbers in words. */
        public Builder numbers(String header, List<String> cells) {
            columns.add(new Column(header, true, cells));
            return this;
        }

        /** Returns the table. */
        public Table build() {
            return new Table(caption, columns);
        }
    }
}
