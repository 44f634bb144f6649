package org.matryoscope.corpus.vectors;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;
import org.matryoscope.corpus.Document;

/** Opens any known vector file by its name. */
public final class VectorFiles {
    /** The most entries that a vector may have. */
    public static final int MOST_DIMENSIONS = 65_536;

    /** How each extension is read. */
    private static final Map<String, VectorFormat> FORMATS = Map.ofEntries( //
            Map.entry("npy", new ArrayFormat(NpyFile::open)), //
            Map.entry("npz", new ArrayFormat(NpzFile::open)), //
            Map.entry("safetensors", new ArrayFormat(SafetensorsArrays::open)), //
            Map.entry("fvecs", new ArrayFormat(VecsFile::floats)), //
            Map.entry("bvecs", new ArrayFormat(VecsFile::bytes)), //
            Map.entry("json", new TableVectors((path, reading, progress) -> JsonTable.json(path, progress))), //
            Map.entry("jsonl", new TableVectors((path, reading, progress) -> JsonTable.lines(path))), //
            Map.entry("ndjson", new TableVectors((path, reading, progress) -> JsonTable.lines(path))), //
            Map.entry("csv", new TableVectors(CsvTable::open)), //
            Map.entry("tsv", new TableVectors(CsvTable::open)), //
            Map.entry("parquet", new TableVectors((path, reading, progress) -> ParquetTable.open(path))));

    /** Extensions of files that are more often a corpus of texts. */
    private static final Set<String> AMBIGUOUS = Set.of("jsonl", "ndjson", "csv", "tsv");

    private VectorFiles() {
    }

    /**
     * Says whether a file's name ends like that of a vector file and of nothing else.
     *
     * @param path the file; need not exist
     */
    public static boolean isVectorFile(Path path) {
        String extension = extension(path);
        return FORMATS.containsKey(extension) && !AMBIGUOUS.contains(extension);
    }

    /**
     * Says whether a file's name ends in any way known here, also in one that is more often a corpus of texts (csv, jsonl).
     *
     * @param path the file; need not exist
     */
    public static boolean mayHoldVectors(Path path) {
        return FORMATS.containsKey(extension(path));
    }

    /** Returns all known extensions, in lower case without a dot, in alphabetical order. */
    public static Set<String> extensions() {
        return new TreeSet<>(FORMATS.keySet());
    }

    /**
     * Looks into a file.
     *
     * @param path the file
     * @param progress told in units of the format's own; cancels
     * @return what it holds, and a proposal
     * @throws Problem if it cannot be read or holds no vectors
     */
    public static VectorPreview preview(Path path, Progress progress) {
        return preview(path, Reading.GUESSED, progress);
    }

    /**
     * Looks into a file that is read in a given way.
     *
     * @param path the file
     * @param reading what is known of how it is written
     * @param progress told in units of the format's own; cancels
     * @return what it holds, and a proposal that says how it was read
     * @throws Problem if it cannot be read so or holds no vectors
     */
    public static VectorPreview preview(Path path, Reading reading, Progress progress) {
        return format(path).preview(path, reading, progress);
    }

    /**
     * Opens the vectors of a file. Whatever can be known without reading them all is checked at once; the rows of a .json,
     * .jsonl, .csv or .tsv file must be counted first, in a pass through the file.
     *
     * @param path the file
     * @param choice which field holds the vectors; nothing else of it is looked at
     * @param progress told in units of the format's own; cancels
     * @return the vectors; to be closed
     * @throws Problem if it cannot be read as such
     */
    public static VectorSource open(Path path, VectorChoice choice, Progress progress) {
        return format(path).open(path, choice, progress);
    }

    /** Opens the vectors of a file that is known to be small, as {@link #open(Path, VectorChoice, Progress)} does. */
    public static VectorSource open(Path path, VectorChoice choice) {
        return open(path, choice, Progress.NONE);
    }

    /**
     * Reads texts, ids and labels that stand beside the vectors, one document a row, in the order of the rows.
     *
     * @param path the file
     * @param choice which fields to take; a row's text is "" where no field of texts is chosen
     * @param progress told in rows; cancels
     * @return as many documents as there are vectors; none if neither texts nor ids nor labels are chosen
     * @throws Problem if a field is missing, has another number of rows than the vectors, or an id stands there twice
     */
    public static List<Document> documents(Path path, VectorChoice choice, Progress progress) {
        VectorFormat format = format(path);
        return choice.hasDocuments() ? format.documents(path, choice, progress) : List.of();
    }

    /**
     * Reads the relevance that stands beside the vectors.
     *
     * @param path the file
     * @param choice which field to take
     * @param progress told in rows; cancels
     * @return a number a row in the order of the rows; empty if no field is chosen
     * @throws Problem if the field is missing or does not hold a number a row
     */
    public static float[] relevance(Path path, VectorChoice choice, Progress progress) {
        VectorFormat format = format(path);
        return choice.relevance() == null ? new float[0] : format.relevance(path, choice, progress);
    }

    private static VectorFormat format(Path path) {
        VectorFormat format = FORMATS.get(extension(path));
        if (format == null) {
            throw new Problem(path.toString(), "this kind of file is not known to hold vectors",
                    extensions().stream()
                            .map(each -> "." + each)
                            .collect(Collectors.joining(", ", "Choose one of ", ".")));
        }
        if (!Files.isRegularFile(path)) {
            throw new Problem(path.toString(), "there is no such file", "Check where it lies, or choose another.");
        }
        return format;
    }

    private static String extension(Path path) {
        String name = path.getFileName() == null ? "" : path.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
