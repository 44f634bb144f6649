package org.matryoscope.metric;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

/** Values computed by other software, written by src/test/python/core/core_fixtures.py. */
public final class Fixtures {
    private Fixtures() {
    }

    /** Reads the records of a data file among the test resources. */
    public static List<NamedCsvRecord> read(String resource) {
        try (var in = Objects.requireNonNull(Fixtures.class.getResourceAsStream(resource), resource);
                var csv = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return csv.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads numbers between spaces. */
    public static double[] numbers(String field) {
        return Stream.of(field.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }

    /** Reads float32 numbers between spaces. */
    public static float[] floats(String field) {
        double[] numbers = numbers(field);
        float[] floats = new float[numbers.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) numbers[i];
        }
        return floats;
    }
}
