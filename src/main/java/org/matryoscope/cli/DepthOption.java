package org.matryoscope.cli;

import java.util.Objects;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The option {@code --k}. */
final class DepthOption {
    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    private int depth;

    /** Takes the depth of the overlap, 1 or more. */
    @Option(names = "--k", paramLabel = "N", defaultValue = "10", description = "Depth of the overlap. Default: ${DEFAULT-VALUE}.")
    void set(int k) {
        if (k < 1) {
            throw new ParameterException(Objects.requireNonNull(spec).commandLine(), "--k: choose 1 or more");
        }
        depth = k;
    }

    /** Returns k, 1 or more. */
    int get() {
        return depth;
    }
}
