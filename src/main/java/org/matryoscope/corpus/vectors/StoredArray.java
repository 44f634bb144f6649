package org.matryoscope.corpus.vectors;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

import org.matryoscope.base.Problem;

/**
 * An array in a file, as its header describes it. The file is known to hold as many bytes as this takes.
 *
 * @param name the member or tensor; "" where a file holds just one array
 * @param place the file, and the array in it, for messages
 * @param items what its items are
 * @param shape its axes, each 0 or more; their product fits a long
 * @param columnMajor whether the first axis runs fastest (Fortran order)
 * @param offset where the first item, or the first row's prefix, stands in the array's {@link ByteSource}
 * @param rowPrefix bytes before each row, which repeat its length (fvecs, bvecs); else 0
 */
record StoredArray(String name, String place, ItemType items, long[] shape, boolean columnMajor, long offset,
        int rowPrefix) {
    /** Leaves out axes of length 1, which mean nothing, as long as there are more than two. */
    StoredArray {
        long[] axes = shape;
        for (int axis = axes.length - 1; axes.length > 2 && axis >= 0; axis--) {
            if (axes[axis] == 1) {
                int gone = axis;
                long[] all = axes;
                axes = IntStream.range(0, all.length).filter(i -> i != gone).mapToLong(i -> all[i]).toArray();
            }
        }
        shape = axes;
    }

    /** Returns how many rows it has. */
    int rows() {
        return (int) shape[0];
    }

    /** Returns how many entries a row has. */
    int dimension() {
        return (int) shape[1];
    }

    /** Returns the size of a row with its prefix, in bytes. */
    long rowBytes() {
        return rowPrefix + (shape.length > 1 ? shape[1] : 1) * items.bytes();
    }

    /** Says what it can be used for: 2-D numbers as vectors, 1-D ones and texts as columns. */
    VectorField.Kind kind() {
        return items instanceof TextItems
                ? VectorField.Kind.TEXTS
                : shape.length == 1 ? VectorField.Kind.NUMBERS : VectorField.Kind.VECTORS;
    }

    /** Says why it can be used neither as vectors nor as a column; empty if it can. */
    Optional<Problem> unusable() {
        try {
            if (kind() == VectorField.Kind.VECTORS) {
                asVectors();
            } else {
                asColumn(shape.length == 1 ? shape[0] : 0);
            }
            return Optional.empty();
        } catch (Problem reason) {
            return Optional.of(reason);
        }
    }

    /**
     * Returns this array if it holds vectors.
     *
     * @throws Problem if it does not, or has more rows or entries than this app can hold
     */
    StoredArray asVectors() {
        if (!(items instanceof NumberItems)) {
            throw new Problem(place, "the array holds texts, not vectors",
                    "Choose an array of numbers with a row for each vector.");
        }
        if (shape.length != 2) {
            String remedy = shape.length == 1
                    ? "Save it with a row for each vector; for a single vector, save array.reshape(1, -1)."
                    : "Save a two-dimensional array, a row for each vector; array.reshape(len(array), -1) makes one.";
            throw new Problem(place, "the array has " + axes() + ", where two are expected", remedy);
        }
        if (shape[1] > VectorFiles.MOST_DIMENSIONS) {
            throw new Problem(place,
                    "each vector has " + shape[1] + " entries, and this app takes " + VectorFiles.MOST_DIMENSIONS,
                    "If rows and columns are swapped, save array.T; else save fewer columns.");
        }
        checkRows();
        return this;
    }

    /**
     * Returns this array if it is a column of texts or numbers.
     *
     * @param wanted how many entries it must have
     * @throws Problem if it is no column, or a longer or shorter one
     */
    StoredArray asColumn(long wanted) {
        if (shape.length != 1) {
            throw new Problem(place, "the array has " + axes() + ", where one is expected",
                    "Choose an array with one entry for each vector.");
        }
        if (shape[0] != wanted) {
            throw new Problem(place, "the array has " + shape[0] + " entries, but there are " + wanted + " vectors",
                    "Choose an array with one entry for each vector, or save both from the same rows.");
        }
        return this;
    }

    private void checkRows() {
        if (shape[0] == 0 || shape[1] == 0) {
            throw new Problem(place, "the array is empty, its shape is " + Arrays.toString(shape),
                    "Choose a file with at least one vector.");
        }
        if (shape[0] > Integer.MAX_VALUE) {
            throw new Problem(place, "the array has " + shape[0] + " rows, and this app takes " + Integer.MAX_VALUE,
                    "Save it in parts.");
        }
    }

    private String axes() {
        return shape.length == 0
                ? "no axis (a single item)"
                : (shape.length == 1 ? "one axis, " : shape.length + " axes, ") + Arrays.toString(shape);
    }
}
