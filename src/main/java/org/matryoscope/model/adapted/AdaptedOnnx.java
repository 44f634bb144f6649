package org.matryoscope.model.adapted;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;
import org.matryoscope.base.Share;
import org.matryoscope.model.ModelFile;
import org.matryoscope.model.ModelOverrides;
import org.matryoscope.model.Pooling;
import org.matryoscope.rotation.Rotation;

/**
 * Writes a model with a map at its end as one ONNX file that pools, maps and scales to length 1, and beside it what a tokenizer
 * needs. Nothing in the folder says what to run after the file, so no program can apply the map a second time.
 */
public final class AdaptedOnnx {
    /** Files of the transformer's folder, or else of the model's. */
    private static final List<String> TRANSFORMER_FILES = List.of("tokenizer.json", "tokenizer_config.json",
            "special_tokens_map.json", "added_tokens.json", "vocab.txt", "config.json");
    private static final List<String> LEGAL_FILES = List.of("LICENSE", "LICENSE.txt", "LICENSE.md", "NOTICE");

    private AdaptedOnnx() {
    }

    /**
     * Writes a folder, whole or not at all: {@code onnx/} with the base's model file under its name, which tells its precision,
     * and the map in it.
     *
     * @param base the model's folder
     * @param overrides what the user set when the vectors were made that the map is for; its variant is the file that is written
     * @param map D × D, applied to the model's vectors about the origin
     * @param card what the model's card says
     * @param out a new or empty folder outside the base's
     * @param progress told of the steps; cancels
     * @throws Problem if there is something in {@code out}, the map has another dimension than the model, the base is no model,
     *     runs modules that cannot be put into the file, or the disk has no room
     */
    public static void write(Path base, ModelOverrides overrides, Rotation map, AdaptedCard card, Path out,
            Progress progress) {
        try (FolderDraft draft = new FolderDraft(out, base)) {
            BaseModel model = BaseModel.open(base, overrides, map, Share.of(progress, 0, 0.3));
            Pooling pooling = pooling(model);
            Path file = base.resolve(model.profile().variant().value().file());
            String name = "onnx/" + file.getFileName();
            ModelFile facts = ModelFile.read(file);
            progress.report(4, 10);
            for (String data : facts.externalData()) {
                draft.add(file.resolveSibling(data), "onnx/" + data, progress);
            }
            addFiles(model, draft, progress);
            writeSettings(model, card, draft, name);
            writeGraph(file, facts.output(), pooling, map, draft.path().resolve(name), progress);
            model.check(draft.path(), name, Share.of(progress, 0.6, 1));
            draft.publish();
            progress.report(1, 1);
        }
    }

    /** Returns how the file's output is pooled, null where the file pools. */
    private static @Nullable Pooling pooling(BaseModel base) {
        List<String> others = base.profile()
                .modules()
                .value()
                .stream()
                .filter(each -> !each.equals("Pooling") && !each.equals("Normalize"))
                .toList();
        List<Pooling> poolings = base.profile().pooling().value();
        if (base.isTable() || !others.isEmpty() || poolings.size() > 1) {
            String what = base.isTable()
                    ? "the model is a table of vectors and has no ONNX file"
                    : others.isEmpty()
                            ? "the model concatenates several poolings"
                            : "the model runs " + String.join(", ", others) + " after its ONNX file";
            throw new Problem(base.folder().toString(), what + ", so its map cannot be put into that file",
                    "Write a folder for sentence-transformers instead, which keeps all modules.");
        }
        return poolings.isEmpty() ? null : poolings.getFirst();
    }

    private static void addFiles(BaseModel base, FolderDraft draft, Progress progress) {
        Path module = base.folder().resolve(base.firstModule());
        for (String name : TRANSFORMER_FILES) {
            Path inModule = module.resolve(name);
            addIfThere(Files.exists(inModule) ? inModule : base.folder().resolve(name), draft, progress);
        }
        LEGAL_FILES.forEach(name -> addIfThere(base.folder().resolve(name), draft, progress));
    }

    private static void addIfThere(Path file, FolderDraft draft, Progress progress) {
        if (Files.isRegularFile(file)) {
            draft.add(file, file.getFileName().toString(), progress);
        }
    }

    private static void writeSettings(BaseModel base, AdaptedCard card, FolderDraft draft, String file) {
        ObjectNode model = SentenceSettings.ofModel(base, card.prefixes(), List.of());
        // There are no modules any more that could lie outside the file.
        model.remove("modules_outside_onnx");
        draft.write(SentenceSettings.MODEL, BaseModel.pretty(model));
        ObjectNode transformer = SentenceSettings.ofTransformer(base);
        // Names the base's file.
        transformer.remove("model_args");
        draft.write(SentenceSettings.TRANSFORMER, BaseModel.pretty(transformer));
        draft.write("README.md", CardText.ofOnnx(base, card, file));
    }

    private static void writeGraph(Path from, String output, @Nullable Pooling pooling, Rotation map, Path to,
            Progress progress) {
        try {
            Files.createDirectories(to.getParent());
            MappedGraph.write(from, output, pooling, map, to, progress);
        } catch (IOException e) {
            throw new Problem(to.getFileName().toString(), "the model file cannot be written",
                    "Check that the disk has room and that the folder may be written.", e);
        }
    }
}
