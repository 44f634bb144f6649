package org.matryoscope.bench;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** The same work in numpy and faiss, from the rows that src/bench/python/compare.py prints. */
final class Compared {
    private static final String SCRIPT = "src/bench/python/compare.py";
    /** Cells of a row, with the empty ones before its first and after its last bar. */
    private static final int CELLS = 10;

    private final String versions;
    private final Map<String, Double> means;

    private Compared(String versions, Map<String, Double> means) {
        this.versions = versions;
        this.means = means;
    }

    /** Nothing was compared. */
    static Compared none() {
        return new Compared("", Map.of());
    }

    /**
     * Runs the script.
     *
     * @param python a Python that has what requirements.txt asks for
     * @throws IOException if it fails
     */
    static Compared run(String python, Sizes sizes) throws IOException {
        return of(Programs.run(python, SCRIPT, "--rows", "" + sizes.rows(), "--dimension", "" + sizes.dimension(),
                "--int8-rows", "" + sizes.int8Rows(), "--int8-dimension", "" + sizes.int8Dimension()));
    }

    /** Takes the script's output apart. */
    static Compared of(List<String> lines) {
        String versions = lines.stream()
                .filter(line -> line.contains("numpy ") && line.contains(";"))
                .map(line -> line.substring(line.indexOf("Python"), line.indexOf(';')))
                .findFirst()
                .orElse("");
        Map<String, Double> means = lines.stream()
                .map(line -> Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
                .filter(cells -> cells.size() == CELLS && cells.get(2).matches("\\d+"))
                .collect(Collectors.toMap(cells -> cells.get(1) + " " + cells.get(4),
                        cells -> Double.valueOf(cells.get(5))));
        return new Compared(versions, means);
    }

    /** Returns the versions of what was compared with; "" where nothing was. */
    String versions() {
        return versions;
    }

    /** Returns the mean of a row, such as "numpy top 100 float32"; a time in milliseconds or a share. */
    OptionalDouble mean(String row) {
        Double mean = means.get(row);
        return mean == null ? OptionalDouble.empty() : OptionalDouble.of(mean);
    }

    /** Returns a row's time for a table, or that there is none. */
    String time(String row) {
        OptionalDouble mean = mean(row);
        return mean.isPresent() ? milliseconds(mean.getAsDouble()) : "not run";
    }

    /** Returns a time in the unit that suits it. */
    static String milliseconds(double time) {
        if (time >= 1000) {
            return String.format(Locale.ROOT, "%.1f s", time / 1000);
        }
        return String.format(Locale.ROOT, time < 20 ? "%.1f ms" : "%.0f ms", time);
    }
}
