package org.matryoscope.corpus.vectors;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.matryoscope.corpus.CacheFolders;

/** Every reader stands what fuzzing once found, and its own test files with a few bytes changed or cut off. */
class FuzzRegressionTest {
    private static final int CHANGED = 20;

    @TempDir
    Path folder;

    @BeforeEach
    void cacheInTheFolder() {
        System.setProperty(CacheFolders.FOLDER_PROPERTY, folder.resolve("cache").toString());
        System.setProperty(ParquetColumn.PATIENCE_PROPERTY, "1");
    }

    @AfterEach
    void cacheInItsPlace() {
        System.clearProperty(CacheFolders.FOLDER_PROPERTY);
        System.clearProperty(ParquetColumn.PATIENCE_PROPERTY);
    }

    private static Collection<String> extensions() {
        return VectorFiles.extensions();
    }

    @ParameterizedTest
    @MethodSource("extensions")
    void savedInputsAreReadOrRefused(String extension) throws IOException {
        Path file = folder.resolve("a." + extension);
        Random random = new Random(extension.hashCode());
        for (Path input : FuzzInputs.of(extension)) {
            byte[] bytes = Files.readAllBytes(input);
            VectorFileFuzz.check(file, bytes);
            // What once took too long may again, and is enough as it is.
            boolean slow = input.getFileName().toString().startsWith("timeout-");
            for (int i = 0; !slow && i < CHANGED && bytes.length > 0; i++) {
                byte[] changed = Arrays.copyOf(bytes, i % 4 == 0 ? random.nextInt(bytes.length) + 1 : bytes.length);
                for (int change = random.nextInt(4); change >= 0; change--) {
                    // Headers stand at the front of most formats, at the back of some.
                    int place = random.nextInt(Math.min(changed.length, random.nextBoolean() ? 100 : changed.length));
                    changed[random.nextBoolean() ? place : changed.length - 1 - place] = (byte) random.nextInt();
                }
                VectorFileFuzz.check(file, changed);
            }
        }
    }
}
