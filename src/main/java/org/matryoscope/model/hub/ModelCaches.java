package org.matryoscope.model.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.matryoscope.base.Problem;
import org.matryoscope.model.ModelFolder;

/** Finds the models in the local caches of the Hugging Face hub, sentence-transformers and fastembed. Opens no connection. */
public final class ModelCaches {
    /** The hub's layout: {@code models--owner--name} with {@code refs} and {@code snapshots/<commit>}. */
    private static final Pattern REPOSITORY = Pattern.compile("models--(.+)");
    /** sentence-transformers before 2.3 wrote {@code owner_name}, fastembed's own storage {@code fast-name}. */
    private static final Pattern FLAT = Pattern.compile("fast-(.+)|([^_]+)_(.+)");

    private ModelCaches() {
    }

    /**
     * What was found.
     *
     * @param models the models, by name
     * @param faults what could not be read
     */
    public record Found(List<CachedModel> models, List<Problem> faults) {}

    /** Lists the models in this user's caches; those that are no text embedding models are left out. */
    public static Found list() {
        return list(CacheRoots.ofSystem());
    }

    static Found list(CacheRoots roots) {
        List<CachedModel> models = new ArrayList<>();
        List<Problem> faults = new ArrayList<>();
        for (CacheRoots.Root root : roots.all()) {
            noting(faults, () -> {
                for (Path folder : folders(root.path())) {
                    noting(faults, () -> model(root.cache(), folder).ifPresent(models::add));
                }
            });
        }
        models.sort(Comparator.comparing(CachedModel::name, String.CASE_INSENSITIVE_ORDER));
        return new Found(List.copyOf(models), List.copyOf(faults));
    }

    /** One damaged model must not hide the others. */
    private static void noting(List<Problem> faults, Runnable look) {
        try {
            look.run();
        } catch (Problem problem) {
            faults.add(problem);
        }
    }

    private static Optional<CachedModel> model(String cache, Path folder) {
        String name = folder.getFileName().toString();
        Matcher repository = REPOSITORY.matcher(name);
        if (repository.matches()) {
            String onHub = repository.group(1).replace("--", "/");
            return snapshot(folder).flatMap(ModelFolder::look).map(found -> new CachedModel(onHub, cache, found));
        }
        Matcher flat = FLAT.matcher(name);
        String shown = !flat.matches()
                ? name
                : flat.group(1) != null ? flat.group(1) : flat.group(2) + "/" + flat.group(3);
        return ModelFolder.look(folder).map(found -> new CachedModel(shown, cache, found));
    }

    /** Returns the commit that the branch {@code main} stood at, else the one fetched last. */
    private static Optional<Path> snapshot(Path repository) {
        Path main = repository.resolve("refs").resolve("main");
        Path snapshots = repository.resolve("snapshots");
        try {
            if (Files.isRegularFile(main)) {
                Path named = snapshots.resolve(Files.readString(main).strip());
                if (Files.isDirectory(named)) {
                    return Optional.of(named);
                }
            }
            return folders(snapshots).stream().max(Comparator.comparingLong(folder -> folder.toFile().lastModified()));
        } catch (IOException e) {
            throw unreadable(main, e);
        }
    }

    private static List<Path> folders(Path parent) {
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(parent)) {
            return entries.filter(Files::isDirectory)
                    .filter(folder -> !folder.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw unreadable(parent, e);
        }
    }

    private static Problem unreadable(Path path, IOException cause) {
        return new Problem(path.toString(), "it cannot be read", "Check its permissions.", cause);
    }
}
