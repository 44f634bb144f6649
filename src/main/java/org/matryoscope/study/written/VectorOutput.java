package org.matryoscope.study.written;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.stream.IntStream;

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
     * @param store the vectors; those without a direction are written as zeros, so that rows stay where they are
     * @param corpus their ids, texts and labels
     * @param file where to
     * @param progress told of the rows written; cancels
     * @return the rows that were written as zeros, ascending
     * @throws Problem if the file cannot be written
     */
    public int[] write(VectorStore store, Corpus corpus, Path file, Progress progress) {
        if (Files.isDirectory(file)) {
            throw new Problem(file.toString(), "a folder has this name", "Choose another name for the file.");
        }
        Path part = file.toAbsolutePath()
                .resolveSibling(
                        "." + file.getFileName() + "." + UUID.randomUUID().toString().substring(0, 8) + ".part");
        boolean moved = false;
        try {
            int[] zeros;
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part, StandardOpenOption.CREATE_NEW),
                    BUFFER)) {
                zeros = write(store, corpus, sink(out, store.rows(), corpus), progress);
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            moved = true;
            return zeros;
        } catch (IOException e) {
            throw new Problem(file.toString(), "the vectors cannot be written",
                    "Check that its folder exists, may be written to and has room.", e);
        } finally {
            if (!moved) {
                deleteIfLeft(part);
            }
        }
    }

    private static void deleteIfLeft(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            // What is wrong with the folder was said already.
        }
    }

    private RowSink sink(OutputStream out, int rows, Corpus corpus) throws IOException {
        return switch (kind) {
            case NPY -> BinarySink.npy(out, format, rows, d);
            case SAFETENSORS -> BinarySink.safetensors(out, format, rows, d);
            case PARQUET -> new ParquetSink(out, corpus, format, d);
            case JSONL -> new JsonLinesSink(out, corpus, format);
            case FVECS -> BinarySink.fvecs(out, d);
        };
    }

    private int[] write(VectorStore store, Corpus corpus, RowSink sink, Progress progress) throws IOException {
        IntStream.Builder zeros = IntStream.builder();
        for (int from = 0; from < store.rows(); from += ROWS_AT_ONCE) {
            progress.report(from, store.rows());
            int[] rows = IntStream.range(from, Math.min(store.rows(), from + ROWS_AT_ONCE)).toArray();
            float[][] prefixes = PrefixRows.unit(store, rows, d);
            for (int i = 0; i < rows.length; i++) {
                sink.put(corpus.documents().get(rows[i]), prefixes[i]);
                if (isZero(prefixes[i])) {
                    zeros.add(rows[i]);
                }
            }
        }
        sink.finish();
        progress.report(1, 1);
        return zeros.build().toArray();
    }

    private static boolean isZero(float[] vector) {
        for (float entry : vector) {
            if (entry != 0) {
                return false;
            }
        }
        return true;
    }
}
