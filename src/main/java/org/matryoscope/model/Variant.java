package org.matryoscope.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.matryoscope.base.Problem;

/**
 * One of the model files in a folder that hold the same model in different precision.
 *
 * @param file the path relative to the model folder ("onnx/model_quantized.onnx")
 * @param kind what it is in words ("int8", "float32", "static table")
 * @param bytes its size in bytes, external data included
 */
public record Variant(String file, String kind, long bytes) {
    /** Orders the paths of ONNX files by what to open where nobody chose: the most exact one first. */
    public static final Comparator<String> PREFERENCE = Comparator.comparingInt(Variant::rank);

    /** What exporters put behind "model", and what it means; the order is that of preference. */
    private static final List<Map.Entry<String, String>> KINDS = List.of(Map.entry("", "float32"),
            Map.entry("_O1", "float32, graph optimised (O1)"), Map.entry("_O2", "float32, graph optimised (O2)"),
            Map.entry("_O3", "float32, graph optimised (O3)"), Map.entry("_quantized", "int8"),
            Map.entry("_int8", "int8"), Map.entry("_uint8", "uint8"),
            Map.entry("_qint8_avx512_vnni", "int8 for AVX-512 VNNI"), Map.entry("_qint8_avx512", "int8 for AVX-512"),
            Map.entry("_quint8_avx2", "uint8 for AVX2"), Map.entry("_qint8_arm64", "int8 for ARM64"),
            Map.entry("_fp16", "float16"), Map.entry("_O4", "float16, graph optimised (O4)"), Map.entry("_q4", "4 bit"),
            Map.entry("_q4f16", "4 bit and float16"), Map.entry("_bnb4", "4 bit (bnb)"));

    /** Returns the precision of an ONNX file in words, as its path tells it. */
    public static String kind(String file) {
        int rank = rank(file);
        return rank < KINDS.size() ? KINDS.get(rank).getValue() : "precision not stated";
    }

    /** Describes a table of static vectors. */
    static Variant table(Path folder, Path file) {
        try {
            return new Variant(folder.relativize(file).toString().replace('\\', '/'), "static table", Files.size(file));
        } catch (IOException e) {
            throw new Problem(file.toString(), "the file cannot be read", "Check its permissions.", e);
        }
    }

    private static int rank(String file) {
        String name = file.substring(file.lastIndexOf('/') + 1, file.length() - ".onnx".length());
        for (int i = 0; i < KINDS.size(); i++) {
            if (name.equals("model" + KINDS.get(i).getKey())) {
                return i;
            }
        }
        return KINDS.size();
    }
}
