package org.matryoscope.question;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

import org.matryoscope.rotation.RotationKind;

/**
 * A rotation that was chosen, before it is fitted to vectors.
 *
 * @param kind which
 * @param file the file of a rotation; null unless the kind is {@link RotationKind#TRAINED}
 */
public record RotationChoice(RotationKind kind, @Nullable Path file) {
    /** Vectors as they are. */
    public static final RotationChoice AS_IS = of(RotationKind.AS_IS);

    private static final String ENDING = ".safetensors";

    /** One of the kinds that need no file. */
    public static RotationChoice of(RotationKind kind) {
        return new RotationChoice(kind, null);
    }

    /** A rotation in a file. */
    public static RotationChoice of(Path file) {
        return new RotationChoice(RotationKind.TRAINED, file);
    }

    /**
     * Reads a choice as it is written on the command line.
     *
     * @param text "as-is", "pca", "random", "shuffled", or a file's name that ends in .safetensors
     * @throws IllegalArgumentException if it is none of these
     */
    public static RotationChoice parse(String text) {
        for (RotationKind kind : RotationKind.values()) {
            if (kind != RotationKind.TRAINED && kind.key().equals(text)) {
                return of(kind);
            }
        }
        if (text.endsWith(ENDING)) {
            return of(Path.of(text));
        }
        throw new IllegalArgumentException("there is no “" + text
                + "”; choose as-is, pca, random, shuffled, or the name of a " + ENDING + " file of a rotation");
    }

    /** Returns it as {@link #parse} reads it. */
    public String written() {
        return file == null ? kind.key() : file.toString();
    }

    /** Returns what stands behind the model's letter in a contender's name; empty for vectors as they are. */
    public String label() {
        if (file == null) {
            return kind.label();
        }
        Path name = file.getFileName();
        String shown = (name == null ? file : name).toString();
        return shown.endsWith(ENDING) ? shown.substring(0, shown.length() - ENDING.length()) : shown;
    }
}
