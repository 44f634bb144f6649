package org.matryoscope.cli;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

import org.matryoscope.base.Installation;
import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;
import org.matryoscope.model.BuiltInModels;
import org.matryoscope.model.Encoder;
import org.matryoscope.model.Encoders;
import org.matryoscope.model.ModelOverrides;

/** Which model to study. */
final class ModelOption {
    @Option(names = "--model", paramLabel = "DIR", description = "A model folder. Default: the built-in model.")
    private @Nullable Path model;

    /** Says whether one is named. */
    boolean isGiven() {
        return model != null;
    }

    Path folder() {
        return model != null
                ? model
                : BuiltInModels.folders()
                        .stream()
                        .findFirst()
                        .orElseThrow(() -> new Problem(Installation.home().resolve("models").toString(),
                                "no built-in model is there", "Name a model folder with --model."));
    }

    Encoder load() {
        return load(folder());
    }

    /** Loads a model as its folder describes it. */
    static Encoder load(Path folder) {
        return Encoders.load(folder, ModelOverrides.NONE, Runtime.getRuntime().availableProcessors(), Progress.NONE);
    }
}
