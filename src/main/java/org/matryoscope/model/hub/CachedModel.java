package org.matryoscope.model.hub;

import org.matryoscope.model.ModelFolder;

/**
 * A model that another tool, or this app, has fetched before.
 *
 * @param name its name on the hub ("BAAI/bge-small-en-v1.5"), as far as the folder tells it
 * @param cache whose cache it lies in ("Hugging Face")
 * @param folder what the folder holds; its path is what {@code Encoders.load} takes
 */
public record CachedModel(String name, String cache, ModelFolder folder) {}
