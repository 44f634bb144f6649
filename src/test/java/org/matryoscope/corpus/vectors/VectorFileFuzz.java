package org.matryoscope.corpus.vectors;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;
import org.matryoscope.corpus.CacheFolders;

/**
 * Feeds a reader with any bytes: it must read them or say what is wrong, and nothing else. Jazzer calls the two methods whose
 * names begin with "fuzzer"; {@link FuzzRegressionTest} calls {@link #check}.
 */
public final class VectorFileFuzz {
    /** A small file can describe a large one (runs, dictionaries); more of it than this is not read. */
    private static final long MOST_ENTRIES = 4_000_000;

    private static Path file = Path.of("unset");

    private VectorFileFuzz() {
    }

    /** Enough has been read; not a failure. */
    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Called by Jazzer before the first input.
     *
     * @param arguments the extension of the files to try
     */
    public static void fuzzerInitialize(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("fuzz");
        System.setProperty(CacheFolders.FOLDER_PROPERTY, folder.resolve("cache").toString());
        file = folder.resolve("a." + arguments[0]);
    }

    /**
     * Called by Jazzer with each input.
     *
     * @param bytes the file's content
     */
    public static void fuzzerTestOneInput(byte[] bytes) {
        check(file, bytes);
    }

    /**
     * Reads bytes as a file in every way that the app would.
     *
     * @param file where to put them; its name says how they are read
     * @param bytes the file's content
     * @throws AssertionError if they are refused without a file, a reason or a remedy
     */
    static void check(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            VectorPreview preview = VectorFiles.preview(file, Progress.NONE);
            read(file, preview.proposed());
            VectorFiles.documents(file, preview.proposed(), Progress.NONE);
            VectorFiles.relevance(file, preview.proposed(), Progress.NONE);
            require(preview.firstRows().size() <= VectorPreview.ROWS, "too many rows in the preview");
        } catch (Problem refused) {
            require(refused.where().contains(String.valueOf(file.getFileName())), "no file in " + refused.getMessage());
            require(!refused.what().isBlank() && !refused.remedy().isBlank(), "no reason in " + refused.getMessage());
        } catch (Enough enough) {
            // As much as is looked at in one input.
        }
    }

    private static void read(Path file, VectorChoice choice) {
        try (VectorSource source = VectorFiles.open(file, choice)) {
            long dimension = source.dimension();
            require(source.rows() >= 1 && dimension >= 1 && dimension <= VectorFiles.MOST_DIMENSIONS, "a wrong shape");
            long[] next = {0};
            source.read(Progress.NONE, (first, count, rowMajor) -> {
                require(first == next[0] && count >= 1 && count * dimension <= rowMajor.length, "a wrong block");
                next[0] += count;
                if (next[0] * dimension > MOST_ENTRIES) {
                    throw new Enough();
                }
            });
            require(next[0] == source.rows(), "rows are missing");
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
