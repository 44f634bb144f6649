package org.matryoscope.model.adapted;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;
import org.matryoscope.base.Share;
import org.matryoscope.base.TensorFile;
import org.matryoscope.base.TensorFile.Tensor;
import org.matryoscope.model.ModelOverrides;
import org.matryoscope.model.Pooling;
import org.matryoscope.rotation.Rotation;

/**
 * Writes a model with a map at its end as a folder of sentence-transformers: the base's files, and the map as a module Dense
 * without bias before the last Normalize. Its model files stay as they are, so other tools must run its modules.
 */
public final class AdaptedFolder {
    /** What belongs to the base's download and not to the model. */
    private static final List<String> LEFT_OUT = List.of(".git", ".cache", ".gitattributes");

    private AdaptedFolder() {
    }

    /**
     * Writes a folder, whole or not at all.
     *
     * @param base the model's folder
     * @param overrides what the user set when the vectors were made that the map is for; written down where the folder says
     *     otherwise
     * @param map D × D, applied to the model's vectors about the origin
     * @param card what the model's card says
     * @param out a new or empty folder outside the base's
     * @param progress told of the files; cancels
     * @throws Problem if there is something in {@code out}, the map has another dimension than the model, the base is no model,
     *     or the disk has no room
     */
    public static void write(Path base, ModelOverrides overrides, Rotation map, AdaptedCard card, Path out,
            Progress progress) {
        try (FolderDraft draft = new FolderDraft(out, base)) {
            BaseModel model = BaseModel.open(base, overrides, map, Share.of(progress, 0, 0.3));
            Map<String, byte[]> own = ownFiles(model, card);
            List<Path> files = filesOf(base);
            Progress linking = Share.of(progress, 0.3, 0.6);
            for (int i = 0; i < files.size(); i++) {
                linking.report(i, files.size());
                String name = base.relativize(files.get(i)).toString().replace('\\', '/');
                if (!own.containsKey(name)) {
                    draft.add(files.get(i), name, progress);
                }
            }
            own.forEach(draft::write);
            model.check(draft.path(), model.profile().variant().value().file(), Share.of(progress, 0.6, 1));
            draft.publish();
            progress.report(1, 1);
        }
    }

    private static Map<String, byte[]> ownFiles(BaseModel base, AdaptedCard card) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        ModuleList modules = new ModuleList(base);
        List<Pooling> poolings = base.profile().pooling().value();
        boolean poolingIsTheFolders = !base.modules().isEmpty() && base.overrides().pooling() == null;
        if (!poolings.isEmpty() && modules.has("Pooling") && !poolingIsTheFolders) {
            files.put(modules.path("Pooling") + "/config.json", pooling(base, poolings));
        }
        int dimension = base.profile().dimension();
        if (base.profile().modules().value().contains("LayerNorm") && !modules.has("LayerNorm")) {
            // The app knows by the model's name that there is one; the folder's name is another now.
            String layerNorm = modules.insert("LayerNorm");
            files.put(layerNorm + "/config.json",
                    BaseModel.pretty(JsonNodeFactory.instance.objectNode().put("dimension", dimension)));
            float[] ones = new float[dimension];
            Arrays.fill(ones, 1);
            files.put(layerNorm + "/model.safetensors",
                    TensorFile.bytes(Map.of("format", "pt"), List.of(new Tensor("norm.weight", ones, dimension),
                            new Tensor("norm.bias", new float[dimension], dimension))));
        }
        String dense = modules.insert("Dense");
        files.put(dense + "/config.json", dense(dimension));
        files.put(dense + "/model.safetensors", weights(base.map()));
        files.put("modules.json", BaseModel.pretty(modules.json()));
        files.put(SentenceSettings.MODEL,
                BaseModel.pretty(SentenceSettings.ofModel(base, card.prefixes(), modules.inserted())));
        if (base.overrides().maxLength() != null && !base.isTable()) {
            String module = base.firstModule();
            files.put((module.isEmpty() ? "" : module + "/") + SentenceSettings.TRANSFORMER,
                    BaseModel.pretty(SentenceSettings.ofTransformer(base)));
        }
        files.put("README.md", CardText.ofFolder(base, card));
        return files;
    }

    private static byte[] dense(int dimension) {
        return BaseModel.pretty(JsonNodeFactory.instance.objectNode()
                .put("in_features", dimension)
                .put("out_features", dimension)
                .put("bias", false)
                .put("activation_function", "torch.nn.modules.linear.Identity"));
    }

    private static byte[] weights(Rotation map) {
        int dimension = map.dimension();
        float[] weight = new float[Math.multiplyExact(dimension, dimension)];
        for (int i = 0; i < weight.length; i++) {
            weight[i] = map.at(i / dimension, i % dimension);
        }
        return TensorFile.bytes(Map.of("format", "pt"),
                List.of(new Tensor("linear.weight", weight, dimension, dimension)));
    }

    /** The older schema for one pooling, which every version of sentence-transformers reads. */
    private static byte[] pooling(BaseModel base, List<Pooling> poolings) {
        ObjectNode config = JsonNodeFactory.instance.objectNode();
        int width = base.profile().dimension() / poolings.size();
        if (poolings.size() > 1) {
            ArrayNode modes = config.put("embedding_dimension", width).putArray("pooling_mode");
            poolings.forEach(pooling -> modes.add(pooling.name().toLowerCase(Locale.ROOT)));
            return BaseModel.pretty(config);
        }
        config.put("word_embedding_dimension", width);
        for (Pooling pooling : Pooling.values()) {
            config.put(flag(pooling), pooling == poolings.getFirst());
        }
        return BaseModel.pretty(config.put("include_prompt", true));
    }

    private static String flag(Pooling pooling) {
        return "pooling_mode_" + switch (pooling) {
            case CLS -> "cls_token";
            case MAX -> "max_tokens";
            case MEAN -> "mean_tokens";
            case MEAN_SQRT_LEN_TOKENS -> "mean_sqrt_len_tokens";
            case WEIGHTEDMEAN -> "weightedmean_tokens";
            case LASTTOKEN -> "lasttoken";
        };
    }

    private static List<Path> filesOf(Path base) {
        try (Stream<Path> files = Files.walk(base, FileVisitOption.FOLLOW_LINKS)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !LEFT_OUT.contains(base.relativize(file).getName(0).toString()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new Problem(base.toString(), "the folder cannot be read", "Check its permissions.", e);
        }
    }
}
