package org.matryoscope.study.written;

import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;

import org.matryoscope.base.Progress;
import org.matryoscope.corpus.Corpus;
import org.matryoscope.corpus.NumberedDocuments;
import org.matryoscope.vector.NumberFormat;
import org.matryoscope.vector.VectorStore;
import org.matryoscope.vector.VectorStoreBuilder;

/** Writes 400,000 vectors of 80 dimensions, 122 MB, to a file; run in a process of its own, whose heap is smaller. */
final class LargeOutput {
    private static final int ROWS = 400_000;
    private static final int DIMENSION = 80;

    private LargeOutput() {
    }

    /** Writes to the file that is named. */
    public static void main(String[] args) {
        SplittableRandom random = new SplittableRandom(1);
        float[] vector = new float[DIMENSION];
        try (VectorStoreBuilder builder = VectorStore.builder(ROWS, DIMENSION)) {
            for (int row = 0; row < ROWS; row++) {
                for (int i = 0; i < DIMENSION; i++) {
                    vector[i] = (float) random.nextDouble(-1, 1);
                }
                builder.put(row, vector);
            }
            try (VectorStore store = builder.build()) {
                Corpus corpus = new Corpus("large", "", List.of(), new NumberedDocuments(ROWS), List.of());
                new VectorOutput(FileKind.PARQUET, NumberFormat.FLOAT32, DIMENSION).write(store, corpus,
                        Path.of(args[0]), Progress.NONE);
            }
        }
    }
}
