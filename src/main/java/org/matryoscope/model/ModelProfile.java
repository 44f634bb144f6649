package org.matryoscope.model;

import java.nio.file.Path;
import java.util.List;

/**
 * What is known of a loaded model, and where each fact was read.
 *
 * @param name the name to show
 * @param folder the model folder
 * @param fingerprint a hash of everything that changes its vectors (model content, pooling, prompts, length); the cache's key
 * @param dimension the full dimension D
 * @param trainedPrefixes the prefix lengths it was trained for, ascending; empty for an ordinary model
 * @param pooling the poolings, concatenated in this order; empty where the model file pools by itself
 * @param prompts the query and document prompts; where the user set only one of them, the source is the other's
 * @param maxLength the longest input in tokens; longer texts are cut; {@code Integer.MAX_VALUE} for a static model without limit
 * @param variant the model file in use
 * @param variants every model file found in the folder
 * @param licence the licence as stated in the folder, or "not stated"
 * @param modules the modules that run after the transformer, in words ("Pooling", "Dense 768→256 tanh", "Normalize")
 * @param warnings what the user should know (several poolings, assumed settings)
 */
public record ModelProfile(String name, Path folder, String fingerprint, int dimension,
        Sourced<List<Integer>> trainedPrefixes, Sourced<List<Pooling>> pooling, Sourced<Prompts> prompts,
        Sourced<Integer> maxLength, Sourced<Variant> variant, List<Variant> variants, Sourced<String> licence,
        Sourced<List<String>> modules, List<String> warnings) {}
