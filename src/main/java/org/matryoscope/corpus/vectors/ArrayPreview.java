package org.matryoscope.corpus.vectors;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;

/** Looks into a file of arrays. */
final class ArrayPreview {
    private ArrayPreview() {
    }

    /**
     * Describes a file.
     *
     * @param path for messages
     * @param file the open file
     * @param progress cancels
     * @throws Problem if it holds no vectors; says why if it holds what might have been
     */
    static VectorPreview of(Path path, ArrayFile file, Progress progress) {
        List<Problem> leftOut = new ArrayList<>(file.unreadable().values());
        List<StoredArray> arrays = new ArrayList<>();
        file.arrays().forEach(array -> array.unusable().ifPresentOrElse(leftOut::add, () -> arrays.add(array)));
        checkVectors(arrays, leftOut);
        List<VectorField> fields = arrays.stream()
                .map(array -> new VectorField(array.name(), array.kind(), array.shape()[0],
                        array.kind() == VectorField.Kind.VECTORS ? array.dimension() : 1))
                .toList();
        List<List<String>> columns = arrays.stream().map(array -> cells(file, array, progress)).toList();
        int most = columns.stream().mapToInt(List::size).max().orElse(0);
        List<List<String>> rows = IntStream.range(0, most)
                .mapToObj(row -> columns.stream().map(column -> row < column.size() ? column.get(row) : "").toList())
                .toList();
        return new VectorPreview(path, fields, FieldGuess.of(path, fields, rows), rows,
                leftOut.stream().map(Problem::getMessage).toList(), FieldGuess.queries(fields), List.of(), List.of());
    }

    private static void checkVectors(List<StoredArray> arrays, List<Problem> leftOut) {
        if (arrays.stream().noneMatch(array -> array.kind() == VectorField.Kind.VECTORS)) {
            if (!leftOut.isEmpty()) {
                throw leftOut.getFirst();
            }
            arrays.forEach(StoredArray::asVectors);
        }
    }

    private static List<String> cells(ArrayFile file, StoredArray array, Progress progress) {
        int shown = (int) Math.min(VectorPreview.ROWS, array.shape()[0]);
        if (array.kind() != VectorField.Kind.VECTORS) {
            return new ArrayColumn(file, array).texts(shown, progress);
        }
        List<String> cells = new ArrayList<>();
        if (array.columnMajor() && !file.jumps()) {
            // Its first rows stand all over the inflated array; that is too much to read for a look.
            return Collections.nCopies(shown, "[… " + array.dimension() + " numbers]");
        }
        new StreamedVectors(file, array).readFirst(shown, progress, (first, count, block) -> {
            for (int row = 0; row < count; row++) {
                cells.add(VectorCell.of(block, row, array.dimension()));
            }
        });
        return cells;
    }
}
