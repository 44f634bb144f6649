package org.matryoscope.model;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What the user sets instead of what the folder says; null leaves a field as read.
 *
 * @param trainedPrefixes prefix lengths to mark, ascending
 * @param pooling poolings in order
 * @param queryPrompt text put before queries
 * @param documentPrompt text put before documents
 * @param maxLength longest input in tokens
 * @param variant model file relative to the folder
 */
public record ModelOverrides(@Nullable List<Integer> trainedPrefixes, @Nullable List<Pooling> pooling,
        @Nullable String queryPrompt, @Nullable String documentPrompt, @Nullable Integer maxLength,
        @Nullable String variant) {
    /** Overrides nothing. */
    public static final ModelOverrides NONE = new ModelOverrides(null, null, null, null, null, null);

    /** Returns the prompts with those that the user sets. */
    Sourced<Prompts> prompts(Sourced<Prompts> read) {
        String query = queryPrompt == null ? read.value().query() : queryPrompt;
        String document = documentPrompt == null ? read.value().document() : documentPrompt;
        boolean bothSet = queryPrompt != null && documentPrompt != null;
        return new Sourced<>(new Prompts(query, document), bothSet ? "you" : read.source());
    }
}
