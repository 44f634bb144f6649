package org.matryoscope.model.hub;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Caches of models as their tools lay them out, made of the fixtures of src/test/python/model/make_fixtures.py. */
record CacheTree(Path home) {
    static final String POOLING = "{\"embedding_dimension\": 4, \"pooling_mode\": \"mean\"}";
    static final String MODULES = """
            [{"type": "sentence_transformers.models.Transformer", "path": ""},
             {"type": "sentence_transformers.models.Pooling", "path": "1_Pooling"}]""";

    CacheRoots roots(String... variables) {
        Map<String, String> environment = new HashMap<>();
        for (int i = 0; i < variables.length; i += 2) {
            environment.put(variables[i], variables[i + 1]);
        }
        return new CacheRoots(environment, home, home.resolve("tmp"));
    }

    /** Writes a file into a repository as the hub's library does: the content among the blobs, a link to it in the snapshot. */
    void link(Path repository, String commit, String path, byte[] content) {
        Path blob = repository.resolve("blobs").resolve(Integer.toHexString(path.hashCode()));
        write(blob, content);
        Path link = repository.resolve("snapshots").resolve(commit).resolve(path);
        Path folder = link.resolveSibling("");
        try {
            Files.createDirectories(folder);
            Files.createSymbolicLink(link, folder.relativize(blob));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(Path file, byte[] content) {
        try {
            Files.createDirectories(file.resolveSibling(""));
            Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] fixture(String name) {
        try (InputStream in = CacheTree.class.getResourceAsStream("/model/fixtures/" + name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
