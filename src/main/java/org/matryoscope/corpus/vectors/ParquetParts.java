package org.matryoscope.corpus.vectors;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;

/** A folder of Parquet files that are parts of one table, read one after the other in the order of their names. */
final class ParquetParts implements TableRows {
    private static final int DEEPEST = 4;
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    /** Digits that any number in a name is filled up to, so that part 10 comes after part 2. */
    private static final int FILLED = 20;

    private final Path folder;
    private final List<ParquetTable> parts;

    private ParquetParts(Path folder, List<ParquetTable> parts) {
        this.folder = folder;
        this.parts = parts;
    }

    /**
     * Returns the parts in a folder and those beneath it, but not what writers hide with a dot or an underscore.
     *
     * @param folder a folder
     * @return the files in the order of their names; empty where there is none
     * @throws IOException if it cannot be read
     */
    static List<Path> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder, DEEPEST)) {
            return files.filter(file -> isPart(folder.relativize(file)))
                    .filter(Files::isRegularFile)
                    .sorted(Comparator.comparing(file -> filled(folder.relativize(file).toString())))
                    .toList();
        }
    }

    private static boolean isPart(Path name) {
        for (Path each : name) {
            if (each.toString().startsWith(".") || each.toString().startsWith("_")) {
                return false;
            }
        }
        return name.toString().toLowerCase(Locale.ROOT).endsWith(".parquet");
    }

    private static String filled(String name) {
        return DIGITS.matcher(name)
                .replaceAll(found -> "0".repeat(Math.max(0, FILLED - found.group().length())) + found.group());
    }

    /**
     * Opens a folder.
     *
     * @throws Problem if it holds no part, one cannot be read, or they have not the same columns
     */
    static ParquetParts open(Path folder) {
        List<ParquetTable> parts = new ArrayList<>();
        try {
            for (Path file : in(folder)) {
                ParquetTable part = ParquetTable.open(file);
                if (!parts.isEmpty() && !part.fields().equals(parts.getFirst().fields())) {
                    throw new Problem(file.toString(),
                            "its columns are other ones than those of " + parts.getFirst().file().getFileName() + ": "
                                    + part.fields() + " and " + parts.getFirst().fields(),
                            "Keep the parts of one table alone in a folder, or open this file by itself.");
                }
                parts.add(part);
            }
        } catch (IOException e) {
            throw StreamedVectors.unreadable(folder.toString(), e);
        }
        if (parts.isEmpty()) {
            throw new Problem(folder.toString(), "there is no Parquet file in the folder",
                    "Choose a folder with the parts of a table, or a file.");
        }
        return new ParquetParts(folder, parts);
    }

    @Override
    public Path file() {
        return folder;
    }

    @Override
    public List<String> assumed() {
        return List.of(parts.size() + " Parquet files of the folder are one table, in the order of their names");
    }

    @Override
    public TableShape shape(String vectors, Progress progress) {
        long rows = 0;
        int dimension = 0;
        for (ParquetTable part : parts) {
            TableShape shape = part.rows() == 0 ? null : part.believed(vectors);
            boolean fits = part.rows() == 0 || (shape != null && (dimension == 0 || shape.dimension() == dimension));
            if (!fits) {
                return TableShape.count(this, vectors, progress);
            }
            rows += part.rows();
            dimension = shape == null ? dimension : shape.dimension();
        }
        return dimension > 0 && rows <= Integer.MAX_VALUE
                ? new TableShape((int) rows, dimension, null)
                : TableShape.count(this, vectors, progress);
    }

    @Override
    public void forEach(Wanted wanted, Progress progress, Predicate<TableRow> sink) {
        long rows = parts.stream().mapToLong(ParquetTable::rows).sum();
        long before = 0;
        boolean[] more = {true};
        for (ParquetTable part : parts) {
            long first = before;
            part.forEach(wanted, (done, total) -> progress.report(first + done, rows), row -> {
                more[0] = sink.test(row);
                return more[0];
            });
            if (!more[0]) {
                return;
            }
            before += part.rows();
        }
    }
}
