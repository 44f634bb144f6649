package org.matryoscope.model.hub;

/**
 * A file of a model on a hub.
 *
 * @param path its path in the model's folder, with forward slashes
 * @param bytes its size
 * @param hash what its content must come to
 */
public record HubFile(String path, long bytes, ContentHash hash) {}
