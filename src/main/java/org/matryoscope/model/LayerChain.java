package org.matryoscope.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.matryoscope.model.ModuleSpec.Kind;

/**
 * The modules that run after pooling.
 *
 * @param layers the modules in order
 * @param dimension entries of the vectors that leave the last one
 * @param warnings what was assumed
 */
record LayerChain(List<Layer> layers, int dimension, List<String> warnings) {
    /**
     * Reads the modules of a folder.
     *
     * @param modules the entries of {@code modules.json}
     * @param pooled whether the model file pools by itself; it may then contain the later modules too
     * @param plainLayerNorm whether vectors are layer-normalised where the folder does not say so
     * @param width entries of the vectors that enter the first module
     * @throws org.matryoscope.base.Problem if a module's files are missing or faulty, or do not fit together
     */
    static LayerChain read(List<ModuleSpec> modules, boolean pooled, boolean plainLayerNorm, int width) {
        List<ModuleSpec> dense = modules.stream()
                .filter(module -> module.kind() == Kind.DENSE && !module.outside())
                .toList();
        List<String> warnings = new ArrayList<>();
        boolean exportHasDense = pooled && exportHasDense(dense, width, warnings);
        List<Layer> layers = new ArrayList<>();
        int dimension = width;
        for (ModuleSpec module : modules) {
            switch (module.kind()) {
                case DENSE -> {
                    if (module.outside() || !exportHasDense) {
                        DenseLayer layer = DenseLayer.read(module.path(), dimension);
                        layers.add(layer);
                        dimension = layer.out();
                    }
                }
                case LAYERNORM -> {
                    if (module.outside() || !pooled) {
                        layers.add(LayerNorm.read(module.path(), dimension));
                    } else {
                        warnings.add("The model file pools by itself; it is assumed to contain the module LayerNorm.");
                    }
                }
                case NORMALIZE -> layers.add(new Layer.Normalize());
                case TRANSFORMER, POOLING, STATICEMBEDDING, DROPOUT -> {
                    // Run before, or not at all: dropout only acts in training.
                }
            }
        }
        if (plainLayerNorm && modules.stream().noneMatch(module -> module.kind() == Kind.LAYERNORM)) {
            boolean normalised = !layers.isEmpty() && layers.getLast() instanceof Layer.Normalize;
            layers.add(layers.size() - (normalised ? 1 : 0), LayerNorm.plain(dimension));
        }
        return new LayerChain(List.copyOf(layers), dimension, List.copyOf(warnings));
    }

    private static boolean exportHasDense(List<ModuleSpec> dense, int width, List<String> warnings) {
        if (dense.isEmpty()) {
            return true;
        }
        int in = features(dense.getFirst().path(), "in_features");
        int out = features(dense.getLast().path(), "out_features");
        boolean contained = width == out;
        if (contained || width == in) {
            warnings.add("The model file pools by itself; from its " + width + " dimensions it is taken "
                    + (contained ? "to contain the Dense modules." : "to leave the Dense modules out."));
        }
        return contained;
    }

    private static int features(Path module, String field) {
        return JsonFile
                .required(module.resolve("config.json"),
                        "Download the model's folder " + module.getFileName() + " too.")
                .size(field)
                .orElse(0);
    }
}
