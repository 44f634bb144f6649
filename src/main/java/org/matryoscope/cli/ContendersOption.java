package org.matryoscope.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import org.matryoscope.question.RotationChoice;

/** What is compared: the vectors of one model or two, as they are and through rotations. */
final class ContendersOption {
    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    private List<RotationChoice> rotations = List.of(RotationChoice.AS_IS);

    @Option(names = "--against", paramLabel = "DIR", description = "A second model folder, whose vectors of the same texts are set against the first's.")
    private @Nullable Path against;

    /** Takes the names of rotations. */
    @Option(names = "--contenders", paramLabel = "NAME", split = ",", description = "What to compare of each model, separated by commas: as-is, pca, random, shuffled, or a file of a "
            + "rotation (.safetensors). Default: as-is.")
    void set(List<String> names) {
        try {
            rotations = names.stream().map(RotationChoice::parse).distinct().toList();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(Objects.requireNonNull(spec).commandLine(), "--contenders: " + e.getMessage());
        }
    }

    /** The second model's folder; null where there is none. */
    @Nullable
    Path against() {
        return against;
    }

    /** The rotations through which each model's vectors are seen. */
    List<RotationChoice> rotations() {
        return rotations;
    }
}
