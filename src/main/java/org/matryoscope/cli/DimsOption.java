package org.matryoscope.cli;

import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

import org.matryoscope.study.VectorOrigin;

/** The prefix lengths to look at. */
final class DimsOption {
    private static final int SMALLEST = 8;

    @Option(names = "--dims", paramLabel = "D", split = ",", description = "Prefix lengths, separated by commas. Default: those the model was trained for, else powers of two.")
    private @Nullable List<Integer> dims;

    /** The chosen prefixes, ascending and each once. */
    int[] prefixes(VectorOrigin origin, StudyCommand command) {
        int full = origin.dimension();
        if (dims == null) {
            return usual(origin.trainedPrefixes(), full);
        }
        dims.stream().filter(d -> d < 1 || d > full).findFirst().ifPresent(d -> {
            throw command.misused("--dims: " + d + " is not a prefix of " + full + " dimensions; choose 1 to " + full);
        });
        return dims.stream().mapToInt(d -> d).sorted().distinct().toArray();
    }

    private static int[] usual(List<Integer> trained, int full) {
        IntStream prefixes = trained.isEmpty()
                ? IntStream.iterate(SMALLEST, d -> d < full, d -> 2 * d)
                : trained.stream().mapToInt(d -> d);
        return IntStream.concat(prefixes, IntStream.of(full)).sorted().distinct().toArray();
    }
}
