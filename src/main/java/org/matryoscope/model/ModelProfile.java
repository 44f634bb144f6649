package org.matryoscope.model;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.matryoscope.base.Progress;

/**
 * What is known of a loaded model, and where each fact was read.
 *
 * @param name the name to show
 * @param folder the model folder; empty for a model on a server, whose address is the variant's file
 * @param fingerprint a hash of everything that changes its vectors (model content, pooling, prompts, length); the cache's key
 * @param dimension the full dimension D
 * @param trainedPrefixes the prefix lengths it was trained for, ascending; empty for an ordinary model
 * @param pooling the poolings, concatenated in this order; empty where the model file pools by itself
 * @param prompts the query and document prompts; where the user set only one of them, the source is the other's
 * @param maxLength the longest input in tokens; longer texts are cut; {@code Integer.MAX_VALUE} where there is no limit or a server does not tell it
 * @param variant the model file in use
 * @param variants every model file found in the folder
 * @param licence the licence as stated in the folder, or "not stated"
 * @param modules the modules that run after the transformer, in words ("Pooling", "Dense 768→256 tanh", "Normalize")
 * @param warnings what the user should know (several poolings, assumed settings)
 */
public record ModelProfile(String name, Path folder, String fingerprint, int dimension,
        Sourced<List<Integer>> trainedPrefixes, Sourced<List<Pooling>> pooling, Sourced<Prompts> prompts,
        Sourced<Integer> maxLength, Sourced<Variant> variant, List<Variant> variants, Sourced<String> licence,
        Sourced<List<String>> modules, List<String> warnings) {
    /**
     * Describes a model on a server.
     *
     * @param name its name there
     * @param kind the server's interface in words
     * @param address where texts are sent
     * @param dimension entries of the vectors it gives
     * @param saysWhatItCuts whether texts that are cut become known
     * @param overrides prompts and trained prefixes that the user sets
     * @return the profile; its fingerprint is made of address, name, dimension and prompts, since the content is not known
     */
    public static ModelProfile ofServer(String name, String kind, URI address, int dimension, boolean saysWhatItCuts,
            ModelOverrides overrides) {
        Optional<KnownModel> known = KnownModel.findServed(name);
        Sourced<Prompts> prompts = overrides.prompts(known.map(KnownModel::prompts)
                .map(each -> new Sourced<>(each, "known model"))
                .orElse(new Sourced<>(new Prompts("", ""), "default")));
        Sourced<List<Integer>> prefixes = overrides.trainedPrefixes() != null
                ? new Sourced<>(List.copyOf(overrides.trainedPrefixes()), "you")
                : known.map(
                        each -> new Sourced<>(ModelFacts.completed(each.trainedPrefixes(), dimension), "known model"))
                        .orElse(new Sourced<>(List.of(), "default"));
        List<String> warnings = new ArrayList<>();
        warnings.add("Texts are sent to " + address.getScheme() + "://" + address.getAuthority() + ".");
        if (!saysWhatItCuts) {
            warnings.add("The server does not say which texts it cuts.");
        }
        Variant variant = new Variant(address.toString(), kind, 0);
        String fingerprint = new Fingerprint(Progress.NONE).add(address)
                .add(name)
                .add(dimension)
                .add(prompts.value())
                .hex();
        return new ModelProfile(name, Path.of(""), fingerprint, dimension, prefixes, new Sourced<>(List.of(), "server"),
                prompts, new Sourced<>(Integer.MAX_VALUE, "server"), new Sourced<>(variant, "you"), List.of(variant),
                new Sourced<>(known.map(KnownModel::licence).orElse("not stated"),
                        known.isPresent() ? "known model" : "default"),
                new Sourced<>(List.of(), "server"), List.copyOf(warnings));
    }

    /** Returns where the model is: its folder, or the address of its server. */
    public String place() {
        return folder.toString().isEmpty() ? variant.value().file() : folder.toString();
    }
}
