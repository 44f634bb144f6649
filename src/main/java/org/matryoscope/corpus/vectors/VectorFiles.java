package org.matryoscope.corpus.vectors;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.matryoscope.base.NumberType;
import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;
import org.matryoscope.corpus.Document;
import org.matryoscope.corpus.Packed;

/** Opens any known file of vectors. */
public final class VectorFiles {
    /** The most entries that a vector may have. */
    public static final int MOST_DIMENSIONS = 65_536;

    /** How each kind is read. */
    private static final Map<FileKind, VectorFormat> FORMATS = new EnumMap<>(Map.ofEntries( //
            Map.entry(FileKind.NPY, new ArrayFormat(NpyFile::open)), //
            Map.entry(FileKind.NPZ, new ArrayFormat(NpzFile::open)), //
            Map.entry(FileKind.SAFETENSORS, new ArrayFormat(SafetensorsArrays::open)), //
            Map.entry(FileKind.FVECS, new ArrayFormat(VecsFile::floats)), //
            Map.entry(FileKind.BVECS, new ArrayFormat(VecsFile::bytes)), //
            Map.entry(FileKind.FBIN, new ArrayFormat(path -> CountedFile.open(path, NumberType.FLOAT32))), //
            Map.entry(FileKind.IBIN, new ArrayFormat(path -> CountedFile.open(path, NumberType.INT32))), //
            Map.entry(FileKind.I8BIN, new ArrayFormat(path -> CountedFile.open(path, NumberType.INT8))), //
            Map.entry(FileKind.U8BIN, new ArrayFormat(path -> CountedFile.open(path, NumberType.UINT8))), //
            Map.entry(FileKind.JSON, new TableVectors((path, reading, progress) -> JsonTable.json(path, progress))), //
            Map.entry(FileKind.JSON_LINES, new TableVectors((path, reading, progress) -> JsonTable.lines(path))), //
            Map.entry(FileKind.SEPARATED, new TableVectors(CsvTable::open)), //
            Map.entry(FileKind.WORDS, new TableVectors((path, reading, progress) -> WordTable.open(path, progress))), //
            Map.entry(FileKind.WORD2VEC, new TableVectors((path, reading, progress) -> Word2VecFile.open(path))), //
            Map.entry(FileKind.PARQUET,
                    new TableVectors((path, reading,
                            progress) -> Files.isDirectory(path) ? ParquetParts.open(path) : ParquetTable.open(path))), //
            Map.entry(FileKind.ARROW, new TableVectors((path, reading, progress) -> ArrowTable.open(path))), //
            Map.entry(FileKind.HDF5, new ArrayFormat(HdfArrays::open)), //
            Map.entry(FileKind.SQLITE, new TableVectors((path, reading, progress) -> SqliteTable.open(path, reading))), //
            Map.entry(FileKind.PICKLE, RefusedFormat.PICKLE), //
            Map.entry(FileKind.TORCH, RefusedFormat.TORCH), //
            Map.entry(FileKind.OLD_FEATHER, RefusedFormat.OLD_FEATHER)));

    /** Kinds that are decompressed while they are read. */
    private static final Set<FileKind> STREAMED = EnumSet.of(FileKind.NPY, FileKind.JSON, FileKind.JSON_LINES,
            FileKind.SEPARATED, FileKind.WORDS, FileKind.WORD2VEC);

    /** Endings of names of files whose content tells their kind. */
    private static final Set<String> BY_CONTENT = Set.of("txt", "bin", "gz", "zst");

    private VectorFiles() {
    }

    /**
     * Says whether a file is one of vectors and of nothing else, by its content, else by its name.
     *
     * @param path the file; need not exist
     */
    public static boolean isVectorFile(Path path) {
        FileKind kind = kind(path);
        return kind != null && kind.isSurelyVectors();
    }

    /**
     * Says whether a file may be one of vectors, also where it is more often a corpus of texts (csv, jsonl).
     *
     * @param path the file; need not exist
     */
    public static boolean mayHoldVectors(Path path) {
        return kind(path) != null;
    }

    private static @Nullable FileKind kind(Path path) {
        try {
            if (Files.isDirectory(path)) {
                return ParquetParts.in(path).isEmpty() ? null : FileKind.PARQUET;
            }
            if (Files.isRegularFile(path)) {
                return FileKind.of(path);
            }
        } catch (IOException e) {
            // Whoever reads it says why it cannot be.
        }
        return FileKind.BY_EXTENSION.get(FileKind.extension(Packed.innerName(path)));
    }

    /**
     * Returns the files whose bytes a file of vectors consists of.
     *
     * @param path a file, or a folder of parts
     * @return the file itself, or the parts in the order in which they are read
     * @throws IOException if the folder cannot be read
     */
    public static List<Path> parts(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return ParquetParts.in(path);
        }
        // What was written to a database last stands beside it.
        Path log = path.resolveSibling(path.getFileName() + "-wal");
        return Files.isRegularFile(log) ? List.of(path, log) : List.of(path);
    }

    /** Returns the usual endings of names, in lower case without a dot, in alphabetical order. */
    public static Set<String> extensions() {
        Set<String> extensions = new TreeSet<>(FileKind.BY_EXTENSION.keySet());
        extensions.addAll(BY_CONTENT);
        return extensions;
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
        return format(path, reading).preview(path, reading, progress);
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
        return format(path, choice.reading()).open(path, choice, progress);
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
        VectorFormat format = format(path, choice.reading());
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
        VectorFormat format = format(path, choice.reading());
        return choice.relevance() == null ? new float[0] : format.relevance(path, choice, progress);
    }

    private static VectorFormat format(Path path, Reading reading) {
        if (Files.isDirectory(path)) {
            return Objects.requireNonNull(FORMATS.get(FileKind.PARQUET));
        }
        if (!Files.isRegularFile(path)) {
            throw new Problem(path.toString(), "there is no such file", "Check where it lies, or choose another.");
        }
        try {
            FileKind found = FileKind.of(path);
            // Whoever names a separator says that a text is a table.
            FileKind kind = reading.separator() != null && found == FileKind.WORDS ? FileKind.SEPARATED : found;
            VectorFormat format = kind == null ? null : FORMATS.get(kind);
            if (format == null) {
                throw new Problem(path.toString(), "this kind of file is not known to hold vectors",
                        extensions().stream()
                                .map(each -> "." + each)
                                .collect(Collectors.joining(", ", "Choose one of ", ".")));
            }
            return !STREAMED.contains(kind) && Packed.is(path) ? new PackedFormat(format) : format;
        } catch (IOException e) {
            throw StreamedVectors.unreadable(path.toString(), e);
        }
    }
}
