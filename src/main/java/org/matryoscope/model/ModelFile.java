package org.matryoscope.model;

import java.nio.file.Path;
import java.util.Set;

/**
 * What must be known of an ONNX file to write another one from it.
 *
 * @param output the name of the output that the app reads the embedding, or the token vectors, from
 * @param externalData the files with its weights, relative to the file's folder, as it names them
 */
public record ModelFile(String output, Set<String> externalData) {
    /**
     * Reads a file.
     *
     * @throws org.matryoscope.base.Problem if it is not an ONNX model of a text encoder
     */
    public static ModelFile read(Path file) {
        Set<String> externalData = OnnxGraph.read(file).externalData();
        try (OnnxModel model = new OnnxModel(file, 1, new OnnxInputs.TaskIds(0, 0))) {
            return new ModelFile(model.output(), Set.copyOf(externalData));
        }
    }
}
