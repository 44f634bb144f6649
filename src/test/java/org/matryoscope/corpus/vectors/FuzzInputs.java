package org.matryoscope.corpus.vectors;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The saved inputs that fuzzing starts from: the readers' test files, and what fuzzing found earlier. */
final class FuzzInputs {
    /** Files of the readers' tests; what a fuzzer finds goes into its folder "findings", named by extension. */
    static final Path FOLDER = Path.of("src/test/resources/vectors");
    /** Inputs are no longer than this, so that many can be tried. */
    static final int LONGEST = 8192;

    private FuzzInputs() {
    }

    /** Returns all saved inputs of an extension, in a fixed order. */
    static List<Path> of(String extension) {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            List<Path> inputs = files.filter(file -> file.toString().endsWith("." + extension))
                    .filter(file -> !file.getFileName().toString().matches(".*\\.\\w+\\.csv"))
                    .filter(file -> file.toFile().length() <= LONGEST)
                    .sorted()
                    .toList();
            return inputs.isEmpty() ? similar(extension) : inputs;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the inputs of the extension that is read in much the same way. */
    private static List<Path> similar(String extension) {
        return switch (extension) {
            case "tsv", "tab" -> of("csv");
            case "ndjson" -> of("jsonl");
            case "zst" -> of("gz");
            case "hdf5" -> of("h5");
            case "ipc" -> of("arrow");
            default -> throw new IllegalStateException("no file of the kind " + extension + " in " + FOLDER);
        };
    }
}
