package org.matryoscope.corpus.vectors;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.matryoscope.base.Problem;

/**
 * One row of a table, filled again for the next. What is wrong in a field is noted and becomes a problem only if the field is
 * asked for.
 */
final class TableRow {
    private final Path file;
    private final Map<String, String> cells = new LinkedHashMap<>();
    private final Map<String, Numbers> vectors = new LinkedHashMap<>();
    private final Map<String, Numbers> pool = new HashMap<>();
    private final Map<String, Problem> faults = new LinkedHashMap<>();
    private final Map<String, String> missing = new LinkedHashMap<>();
    private String unit = "row";
    private long number;
    private @Nullable String name;

    /** Starts before the first row of a file. */
    TableRow(Path file) {
        this.file = file;
    }

    /**
     * Starts the next row.
     *
     * @param newUnit "line" where the place in the file helps to find it, else "row"
     * @param newNumber its number, from 1
     * @param newName its name, where it has one
     */
    void begin(String newUnit, long newNumber, @Nullable String newName) {
        unit = newUnit;
        number = newNumber;
        name = newName;
        cells.clear();
        vectors.clear();
        faults.clear();
        missing.clear();
    }

    /** Says where the row stands: file, number and name. */
    String place() {
        return file + ", " + unit + " " + number + (name == null ? "" : " (“" + name + "”)");
    }

    /** Notes a text or a number. */
    void cell(String field, String value) {
        cells.put(field, value);
    }

    /** Starts the vector of a field and returns it, empty, to be filled. */
    Numbers start(String field) {
        Numbers numbers = pool.computeIfAbsent(field, each -> new Numbers());
        numbers.clear();
        vectors.put(field, numbers);
        return numbers;
    }

    /**
     * Notes that a field holds no vector, though it seems meant to.
     *
     * @param field the field
     * @param what what is wrong, a clause
     * @param remedy what to do, a sentence
     */
    void fault(String field, String what, String remedy) {
        vectors.remove(field);
        faults.putIfAbsent(field, new Problem(place() + ", “" + field + "”", what, remedy));
    }

    /**
     * Notes that a field holds nothing where other rows have a vector.
     *
     * @param field the field
     * @param what what is there, a clause
     */
    void missing(String field, String what) {
        vectors.remove(field);
        missing.putIfAbsent(field, what);
    }

    Map<String, String> cells() {
        return cells;
    }

    Map<String, Numbers> vectors() {
        return vectors;
    }

    Map<String, Problem> faults() {
        return faults;
    }

    /** Returns the fields that hold nothing here, though they may elsewhere, and what is there, a clause. */
    Map<String, String> missing() {
        return missing;
    }

    /**
     * Returns the vector of a field; null where the row has none.
     *
     * @throws Problem if it has one with a fault
     */
    @Nullable
    Numbers vector(String field) {
        Problem fault = faults.get(field);
        if (fault != null) {
            throw fault;
        }
        return vectors.get(field);
    }

    /** Returns the problem that the row has no vector in a field. */
    Problem lacking(String field) {
        String found = missing.get(field);
        return new Problem(place() + (found == null ? "" : ", “" + field + "”"),
                found == null ? "there is no vector “" + field + "” here" : found,
                "Give every row a vector, or leave the row out of the file.");
    }
}
