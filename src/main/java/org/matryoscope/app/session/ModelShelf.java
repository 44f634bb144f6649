package org.matryoscope.app.session;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.matryoscope.app.task.Background;
import org.matryoscope.base.ByteSize;
import org.matryoscope.base.Problem;
import org.matryoscope.model.ModelFolder;
import org.matryoscope.model.hub.CachedModel;
import org.matryoscope.model.hub.ModelCaches;

/** What models there are to choose from, by the names they call themselves: read in the background, as folders lie on disks. */
public final class ModelShelf {
    /**
     * What is known.
     *
     * @param labels by folder, the model's name with its size and licence
     * @param cached the models in the caches of other tools, by name
     */
    public record Known(Map<Path, String> labels, List<CachedModel> cached) {
        /** Copies both. */
        public Known {
            labels = Map.copyOf(labels);
            cached = List.copyOf(cached);
        }
    }

    private final Background files;
    private final ReadOnlyObjectWrapper<Known> known = new ReadOnlyObjectWrapper<>(this, "known",
            new Known(Map.of(), List.of()));

    /**
     * Knows nothing yet.
     *
     * @param files looks into folders
     */
    public ModelShelf(Background files) {
        this.files = files;
    }

    /** What is known by now. */
    public ReadOnlyObjectProperty<Known> known() {
        return known.getReadOnlyProperty();
    }

    /** Returns what to call a folder's model in a menu: its own name once it is known, else its folder's. */
    public String label(Path folder) {
        return known.get().labels().getOrDefault(folder, ModelChoice.of(folder).name());
    }

    /** Looks into folders that are not known yet, and once into the caches of other tools. */
    public void look(List<Path> folders) {
        List<Path> unknown = folders.stream().filter(folder -> !known.get().labels().containsKey(folder)).toList();
        if (!unknown.isEmpty()) {
            files.latest("model names", "Looking at models", progress -> labels(unknown), this::add);
        }
    }

    /** Looks for models in the caches of other tools. */
    public void lookIntoCaches() {
        files.latest("model caches", "Looking for models of other tools", progress -> ModelCaches.list(),
                found -> known.set(new Known(known.get().labels(), found.models())));
    }

    private void add(Map<Path, String> labels) {
        Map<Path, String> all = new HashMap<>(known.get().labels());
        all.putAll(labels);
        known.set(new Known(all, known.get().cached()));
    }

    private static Map<Path, String> labels(List<Path> folders) {
        Map<Path, String> labels = new HashMap<>();
        for (Path folder : folders) {
            Stream.of(folder).flatMap(each -> read(each).stream()).forEach(label -> labels.put(folder, label));
        }
        return labels;
    }

    /** A folder that cannot be read says so when it is opened. */
    private static List<String> read(Path folder) {
        try {
            return ModelFolder.look(folder).map(ModelShelf::words).stream().toList();
        } catch (Problem unreadable) {
            return List.of();
        }
    }

    private static String words(ModelFolder model) {
        return model.name() + ": " + ByteSize.words(model.bytes()) + ", licence " + model.licence();
    }
}
