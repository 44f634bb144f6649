package org.matryoscope.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.matryoscope.base.Problem;

/** Finds the ONNX files of a model folder, which hold the same model in different precision. */
final class OnnxFiles {
    private OnnxFiles() {
    }

    /**
     * Lists the ONNX files in the model folder, in the transformer's folder and in {@code onnx} of either, the preferred one first.
     *
     * @param folder the model folder
     * @param module the folder of the transformer module
     * @throws Problem if a folder cannot be read
     */
    static List<Variant> list(Path folder, Path module) {
        return Stream.of(module, module.resolve("onnx"), folder, folder.resolve("onnx"))
                .distinct()
                .filter(Files::isDirectory)
                .flatMap(OnnxFiles::filesIn)
                .map(file -> variant(folder, file))
                .sorted(Comparator.comparing(Variant::file, Variant.PREFERENCE))
                .toList();
    }

    /**
     * Chooses the variant to load.
     *
     * @param folder the model folder, for the message
     * @param variants what {@link #list} found
     * @param wanted the user's choice, or null
     * @throws Problem if there is none, or not the one wanted
     */
    static Sourced<Variant> choose(Path folder, List<Variant> variants, @Nullable String wanted) {
        if (variants.isEmpty()) {
            throw new Problem(folder.toString(), "the folder holds no ONNX file, neither in itself nor in onnx/",
                    "Download the model's onnx folder, or export it (optimum-cli export onnx).");
        }
        if (wanted == null) {
            return new Sourced<>(variants.getFirst(), variants.size() == 1 ? "the only one" : "default");
        }
        return variants.stream()
                .filter(variant -> variant.file().equals(wanted))
                .findFirst()
                .map(variant -> new Sourced<>(variant, "you"))
                .orElseThrow(() -> new Problem(folder.resolve(wanted).toString(), "there is no such model file",
                        "Choose one of " + String.join(", ", variants.stream().map(Variant::file).toList()) + "."));
    }

    private static Stream<Path> filesIn(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(OnnxFiles::isOnnx).sorted().toList().stream();
        } catch (IOException e) {
            throw new Problem(folder.toString(), "the folder cannot be read", "Check its permissions.", e);
        }
    }

    private static boolean isOnnx(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".onnx") && Files.isRegularFile(file);
    }

    private static Variant variant(Path folder, Path file) {
        try {
            String name = folder.relativize(file).toString().replace('\\', '/');
            return new Variant(name, Variant.kind(name), size(file));
        } catch (IOException e) {
            throw new Problem(file.toString(), "the file cannot be read", "Check its permissions.", e);
        }
    }

    /** Returns the size of a file with its external data. */
    private static long size(Path file) throws IOException {
        long bytes = Files.size(file);
        for (Path data : externalData(file)) {
            bytes += Files.size(data);
        }
        return bytes;
    }

    private static List<Path> externalData(Path file) {
        try {
            return OnnxGraph.read(file).externalFiles(file);
        } catch (Problem damaged) {
            // The list must stand though one of its files is damaged; choosing that file tells what is wrong with it.
            return List.of();
        }
    }
}
