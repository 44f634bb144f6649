package org.matryoscope.study.written;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;
import org.matryoscope.corpus.Corpus;
import org.matryoscope.vector.NumberFormat;
import org.matryoscope.vector.PrefixRows;
import org.matryoscope.vector.VectorStore;

/**
 * Writes a store's vectors, cut and re-normalised, row by row: memory holds a few thousand rows at a time. The file appears when
 * it is whole; one that was there before is replaced.
 *
 * @param kind what is written
 * @param format how its numbers are written
 * @param d the prefix length, 1 … D
 */
public record VectorOutput(FileKind kind, NumberFormat format, int d) {
    private static final int ROWS_AT_ONCE = 4096;
    private static final int BUFFER = 1 << 20;

    /**
     * Writes vectors.
     *
     * @param store the vectors; excluded ones are written as zeros, so that rows stay where they are
     * @param corpus their ids, texts and labels
     * @param file where to
     * @param progress told of the rows written; cancels
     * @throws Problem if the file cannot be written
     */
    public void write(VectorStore store, Corpus corpus, Path file, Progress progress) {
        Path folder = file.toAbsolutePath().getParent();
        @Nullable
        Path part = null;
        try {
            part = Files.createTempFile(folder, "." + file.getFileName(), ".part");
            try (RowSink sink = open(part, store.rows(), corpus)) {
                write(store, corpus, sink, progress);
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            part = null;
        } catch (IOException e) {
            throw new Problem(file.toString(), "the vectors cannot be written",
                    "Check that its folder exists, may be written to and has room.", e);
        } finally {
            deleteIfLeft(part);
        }
    }

    private static void deleteIfLeft(@Nullable Path part) {
        if (part != null) {
            try {
                Files.deleteIfExists(part);
            } catch (IOException e) {
                // What is wrong with the folder was said already.
            }
        }
    }

    private RowSink open(Path part, int rows, Corpus corpus) throws IOException {
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(part), BUFFER);
        return switch (kind) {
            case NPY -> BinarySink.npy(out, format, rows, d);
            case SAFETENSORS -> BinarySink.safetensors(out, format, rows, d);
            case JSONL -> new JsonLinesSink(out, corpus, format);
            case FVECS -> BinarySink.fvecs(out, d);
        };
    }

    private void write(VectorStore store, Corpus corpus, RowSink sink, Progress progress) throws IOException {
        for (int from = 0; from < store.rows(); from += ROWS_AT_ONCE) {
            progress.report(from, store.rows());
            int[] rows = IntStream.range(from, Math.min(store.rows(), from + ROWS_AT_ONCE)).toArray();
            float[][] prefixes = PrefixRows.unit(store, rows, d);
            for (int i = 0; i < rows.length; i++) {
                sink.put(corpus.documents().get(rows[i]), prefixes[i]);
            }
        }
        progress.report(1, 1);
    }
}
