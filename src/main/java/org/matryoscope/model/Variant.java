package org.matryoscope.model;

/**
 * One of the model files in a folder that hold the same model in different precision.
 *
 * @param file the path relative to the model folder ("onnx/model_quantized.onnx")
 * @param kind what it is in words ("int8", "float32", "static table")
 * @param bytes its size in bytes, external data included
 */
public record Variant(String file, String kind, long bytes) {}
