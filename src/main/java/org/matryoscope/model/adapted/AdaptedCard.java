package org.matryoscope.model.adapted;

import java.util.List;

/**
 * What the card of an adapted model says beside what the base's folder tells.
 *
 * @param name the adapted model's name
 * @param kind where its map comes from
 * @param source what the map was made from, in words ("12 notes.txt files", "SciFact")
 * @param training texts that the map was made from
 * @param validation texts that training was stopped or settings were chosen by; 0 for none
 * @param test texts that the figures are of; 0 for none
 * @param prefixes the prefix lengths that the map was made for, ascending
 * @param seed of the training; 0 where nothing was drawn
 * @param columns the names of the measured columns
 * @param rows what was measured, a prefix a row
 */
public record AdaptedCard(String name, Kind kind, String source, int training, int validation, int test,
        List<Integer> prefixes, long seed, List<String> columns, List<Row> rows) {
    /** Where a map comes from. */
    public enum Kind {
        /** Principal axes of vectors, largest first. */
        PCA("PCA"),
        /** A matrix that was trained. */
        ADAPTER("adapter");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** Returns its name in the card. */
        public String label() {
            return label;
        }
    }

    /**
     * The figures of one prefix.
     *
     * @param prefix its length
     * @param values a figure a column, written as it is to be read
     */
    public record Row(int prefix, List<String> values) {}

    /**
     * Checks that every row has a value a column.
     *
     * @throws IllegalArgumentException if one has not
     */
    public AdaptedCard {
        prefixes = List.copyOf(prefixes);
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        int values = columns.size();
        if (rows.stream().anyMatch(row -> row.values().size() != values)) {
            throw new IllegalArgumentException("a row must have a value for each of " + columns);
        }
    }
}
