package org.matryoscope.corpus.vectors;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

import org.matryoscope.base.Progress;

/** A file of rows with named fields, which can be read through any number of times. */
interface TableRows {
    Path file();

    /**
     * Passes every row on.
     *
     * @param wanted what to read of it
     * @param progress told in bytes or rows; cancels
     * @param sink takes a row, which is filled again afterwards, and says whether it wants more
     * @throws org.matryoscope.base.Problem if the file cannot be read
     */
    void forEach(Wanted wanted, Progress progress, Predicate<TableRow> sink);

    /**
     * Counts the rows, and checks that the vectors of a field are of one length.
     *
     * @param vectors the field
     * @param progress told in bytes or rows; cancels
     * @throws org.matryoscope.base.Problem if there is none, one has another length, or one is no list of numbers
     */
    default TableShape shape(String vectors, Progress progress) {
        return TableShape.count(this, vectors, progress);
    }

    /** Says whether each row has a name, which serves as its text where there is no other. */
    default boolean isNamed() {
        return false;
    }

    /** Returns how the file is read, with all that was guessed, so that it is read in the same way again. */
    default Reading reading(Reading given) {
        return given;
    }

    /** Returns the tables that the file holds, of which this is one; empty where it holds nothing but this. */
    default List<String> tables() {
        return List.of();
    }

    /** Says what was guessed of how the file is written, a clause each. */
    default List<String> assumed() {
        return List.of();
    }
}
