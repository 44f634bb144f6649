package org.matryoscope.model.hub;

import java.nio.file.Path;
import java.util.List;

import org.matryoscope.model.Variant;

/**
 * What getting a model would fetch; nothing of it has been fetched.
 *
 * @param id the model
 * @param commit the commit that its revision stands at
 * @param licence its licence as the hub states it, or "not stated"
 * @param gated whether its owner wants terms accepted on its page first
 * @param variants the model files to choose from, the preferred one first
 * @param chosen the one that would be fetched
 * @param files the least set of files with which the app can open the model
 * @param folder where they go, which is what {@code Encoders.load} takes
 * @param present bytes of these files that are there already, parts of an earlier try included
 */
public record HubPlan(ModelId id, String commit, String licence, boolean gated, List<Variant> variants, Variant chosen,
        List<HubFile> files, Path folder, long present) {
    /** Returns the bytes of all files. */
    public long bytes() {
        return files.stream().mapToLong(HubFile::bytes).sum();
    }

    /** Returns the bytes that would be fetched. */
    public long missing() {
        return bytes() - present;
    }
}
