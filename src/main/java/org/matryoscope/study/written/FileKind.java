package org.matryoscope.study.written;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.matryoscope.base.Problem;
import org.matryoscope.vector.NumberFormat;

/** The files that vectors are written to. */
public enum FileKind {
    /** An array of numpy's. */
    NPY(".npy", false),
    /** A tensor "vectors", and for int8 one "scale". */
    SAFETENSORS(".safetensors", false),
    /** A table with id, text, labels and a list of numbers. */
    PARQUET(".parquet", true),
    /** An object a line, with id, text and labels. */
    JSONL(".jsonl", true),
    /** The vectors one after another, each behind its length. */
    FVECS(".fvecs", false);

    private final String ending;
    private final boolean texts;

    FileKind(String ending, boolean texts) {
        this.ending = ending;
        this.texts = texts;
    }

    private boolean holds(NumberFormat format) {
        return switch (this) {
            case NPY, SAFETENSORS, PARQUET -> true;
            case JSONL -> format == NumberFormat.FLOAT32 || format == NumberFormat.INT8;
            case FVECS -> format == NumberFormat.FLOAT32;
        };
    }

    /** Says whether ids, texts and labels are written along. */
    public boolean holdsTexts() {
        return texts;
    }

    /**
     * Returns the kind that a file's name asks for.
     *
     * @param file the file
     * @param format how its numbers will be written
     * @throws Problem if there is no such kind, or it cannot hold these numbers
     */
    public static FileKind of(Path file, NumberFormat format) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        FileKind kind = Stream.of(values())
                .filter(each -> name.endsWith(each.ending))
                .findFirst()
                .orElseThrow(() -> new Problem(file.toString(), "vectors are not written to files of this kind",
                        "Let its name end in " + endings(List.of(values())) + "."));
        if (!kind.holds(format)) {
            throw new Problem(file.toString(), kind.ending + " files do not hold " + format.label() + " vectors",
                    "Let its name end in " + endings(Stream.of(values()).filter(each -> each.holds(format)).toList())
                            + ".");
        }
        return kind;
    }

    private static String endings(List<FileKind> kinds) {
        return kinds.stream().map(each -> each.ending).collect(Collectors.joining(", "));
    }
}
