package org.matryoscope.model.hub;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Where tools keep the models they fetch, by the variables that they read (huggingface_hub's HF_HUB_CACHE and HF_HOME,
 * sentence-transformers' SENTENCE_TRANSFORMERS_HOME, torch's TORCH_HOME, fastembed's FASTEMBED_CACHE_PATH).
 *
 * @param environment the variables
 * @param home the user's home folder
 * @param temporary the system's folder for temporary files
 */
record CacheRoots(Map<String, String> environment, Path home, Path temporary) {
    /**
     * A folder of models.
     *
     * @param cache whose it is
     * @param path where it would be; it need not exist
     */
    record Root(String cache, Path path) {}

    /** Returns the caches of this user. */
    static CacheRoots ofSystem() {
        return new CacheRoots(System.getenv(), Path.of(System.getProperty("user.home")),
                Path.of(System.getProperty("java.io.tmpdir")));
    }

    /** Returns the cache of the hub's own library. */
    Path hub() {
        return variable("HF_HUB_CACHE").or(() -> variable("HUGGINGFACE_HUB_CACHE"))
                .or(() -> variable("HF_HOME").map(folder -> folder.resolve("hub")))
                .orElseGet(() -> userCache().resolve("huggingface").resolve("hub"));
    }

    /** Returns all caches. */
    List<Root> all() {
        Path torch = variable("TORCH_HOME").orElseGet(() -> userCache().resolve("torch"));
        return Stream
                .of(new Root("Hugging Face", hub()),
                        new Root("sentence-transformers",
                                variable("SENTENCE_TRANSFORMERS_HOME")
                                        .orElseGet(() -> torch.resolve("sentence_transformers"))),
                        new Root("fastembed",
                                variable("FASTEMBED_CACHE_PATH").orElseGet(() -> temporary.resolve("fastembed_cache"))))
                .toList();
    }

    private Path userCache() {
        return variable("XDG_CACHE_HOME").orElseGet(() -> home.resolve(".cache"));
    }

    private Optional<Path> variable(String name) {
        @Nullable
        String value = environment.get(name);
        if (value == null || value.isBlank()) {
            return Optional.empty();
        }
        boolean fromHome = value.equals("~") || value.startsWith("~/");
        return Optional.of(fromHome ? home.resolve(value.substring(Math.min(2, value.length()))) : Path.of(value));
    }
}
