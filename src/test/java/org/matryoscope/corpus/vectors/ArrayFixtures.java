package org.matryoscope.corpus.vectors;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The files that {@code src/test/python/vectors/array_fixtures.py} writes. */
final class ArrayFixtures {
    private static final Path FOLDER = Path.of("src/test/resources/vectors/arrays");

    private ArrayFixtures() {
    }

    /** Returns a file that must be read. */
    static Path file(String name) {
        return FOLDER.resolve(name);
    }

    /** Returns a file that must be refused. */
    static Path refused(String name) {
        return FOLDER.resolve("refused").resolve(name);
    }

    /** Returns the names of all files that must be read. */
    static List<String> names() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".csv"))
                    .map(name -> name.substring(0, name.length() - 4))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the values that numpy sees in a file. */
    static float[][] expected(String name) {
        try (Stream<String> lines = Files.lines(file(name + ".csv"))) {
            return lines.map(line -> {
                double[] numbers = Arrays.stream(line.split(" "))
                        .map(number -> number.replace("inf", "Infinity").replace("nan", "NaN"))
                        .mapToDouble(Double::parseDouble)
                        .toArray();
                float[] row = new float[numbers.length];
                for (int i = 0; i < row.length; i++) {
                    row[i] = (float) numbers[i];
                }
                return row;
            }).toArray(float[][]::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
