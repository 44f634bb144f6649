package org.matryoscope.corpus;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

import org.matryoscope.corpus.EmbeddingCache.CachedVector;
import org.matryoscope.model.Role;

/** Another instance of the app, for tests: writes vectors that can be told from their text, batch by batch. */
final class CacheWriter {
    static final String MODEL = "model";
    static final int BATCH = 100;

    private CacheWriter() {
    }

    /** Arguments: folder, first number, batches. Prints a dot after each batch. */
    public static void main(String[] args) {
        try (EmbeddingCache cache = SqliteEmbeddingCache.in(Path.of(args[0]), Long.MAX_VALUE, problem -> {
            throw problem;
        })) {
            int first = Integer.parseInt(args[1]);
            for (int batch = 0; batch < Integer.parseInt(args[2]); batch++) {
                cache.store(MODEL, Role.DOCUMENT, batch(first + batch * BATCH, BATCH));
                System.out.print('.');
                System.out.flush();
            }
        }
    }

    static Process start(Path folder, int first, int batches) throws java.io.IOException {
        return new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(),
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                CacheWriter.class.getName(), folder.toString(), Integer.toString(first), Integer.toString(batches))
                .redirectErrorStream(true)
                .start();
    }

    static Map<String, CachedVector> batch(int first, int count) {
        Map<String, CachedVector> batch = new HashMap<>();
        IntStream.range(first, first + count).forEach(i -> batch.put("text " + i, vector(i)));
        return batch;
    }

    static CachedVector vector(int i) {
        float[] vector = new float[384];
        for (int d = 0; d < vector.length; d++) {
            vector[d] = i + d / 1000f;
        }
        return new CachedVector(vector, i % 7 == 0);
    }
}
