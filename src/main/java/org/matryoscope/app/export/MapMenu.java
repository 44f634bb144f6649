package org.matryoscope.app.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;

import org.jspecify.annotations.Nullable;

import org.matryoscope.app.notice.Notices;
import org.matryoscope.app.session.ModelChoice;
import org.matryoscope.app.task.Background;
import org.matryoscope.base.PrivateFolder;
import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;
import org.matryoscope.corpus.CacheFolders;
import org.matryoscope.model.adapted.AdaptedFolder;
import org.matryoscope.model.adapted.AdaptedOnnx;
import org.matryoscope.question.MadeMap;
import org.matryoscope.question.Side;
import org.matryoscope.rotation.RotationFile;
import org.matryoscope.study.written.RotationArray;

/** What can be done with a map that an answer made: look through it in every question, and take it away. */
public final class MapMenu extends MenuButton {
    private final ReadOnlyObjectProperty<@Nullable MadeMap> made;
    private final Function<Side, Optional<ModelChoice>> model;
    private final BiConsumer<Side, Path> addContender;
    private final FileDialogs dialogs;
    private final Background files;
    private final Notices notices;

    /**
     * Builds the menu, which is seen while there is a map.
     *
     * @param made the map
     * @param model a side's model; empty where it has vectors of a file
     * @param addContender adds a rotation in a file to what is compared
     * @param dialogs asks where to
     * @param files writes
     * @param notices says what was written
     * @param further what else can be done, in an order; seen also while there is no map
     */
    public MapMenu(ReadOnlyObjectProperty<@Nullable MadeMap> made, Function<Side, Optional<ModelChoice>> model,
            BiConsumer<Side, Path> addContender, FileDialogs dialogs, Background files, Notices notices,
            List<MenuItem> further) {
        super("Map");
        this.made = made;
        this.model = model;
        this.addContender = addContender;
        this.dialogs = dialogs;
        this.files = files;
        this.notices = notices;
        setId("map");
        setMinWidth(USE_PREF_SIZE);
        setTooltip(new Tooltip("Compare the map that was made in every question, or take it away"));
        visibleProperty().bind(made.isNotNull().or(Bindings.createBooleanBinding(() -> !further.isEmpty())));
        managedProperty().bind(visibleProperty());
        if (!further.isEmpty()) {
            getItems().addAll(further);
            getItems().add(new SeparatorMenuItem());
        }
        getItems().addAll(item("Compare it in every question", this::compare),
                item("Save the map (safetensors, npy)…", this::saveMap),
                item("Save the model with it, as a folder for sentence-transformers…", () -> saveModel(false)),
                item("Save the model with it, in one ONNX file…", () -> saveModel(true)));
    }

    private MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.disableProperty().bind(made.isNull());
        item.setOnAction(event -> action.run());
        return item;
    }

    private void compare() {
        MadeMap map = Objects.requireNonNull(made.get());
        files.latest("map", "Keeping the map", progress -> kept(map), file -> {
            addContender.accept(map.side(), file);
            notices.tell(map.side() + " " + map.name() + " is compared in every question now.");
        });
    }

    /** Writes the map where sessions find it again; the same map has the same place. */
    private static Path kept(MadeMap map) {
        Path folder = CacheFolders.platform().resolve("maps").resolve(Integer.toHexString(map.map().hashCode()));
        Path file = folder.resolve(map.name() + ".safetensors");
        try {
            PrivateFolder.make(folder);
        } catch (IOException e) {
            throw new Problem(folder.toString(), "the folder cannot be made", "Check that the disk has room.", e);
        }
        RotationFile.save(map.map(), file);
        return file;
    }

    private void saveMap() {
        MadeMap map = Objects.requireNonNull(made.get());
        choose(map.name() + ".safetensors").ifPresent(
                file -> files.latest("map", "Writing " + file.getFileName(), progress -> write(map, file), numpy -> {
                    notices.tell("Saved " + file.getFileName() + "."
                            + (numpy ? " In numpy: np.load(…), then vectors @ rotation.T." : ""));
                }));
    }

    private static boolean write(MadeMap map, Path file) {
        boolean numpy = file.toString().endsWith(".npy");
        if (numpy) {
            RotationArray.write(map.map(), file);
        } else {
            RotationFile.save(map.map(), file);
        }
        return numpy;
    }

    private void saveModel(boolean oneFile) {
        MadeMap map = Objects.requireNonNull(made.get());
        ModelChoice base = model.apply(map.side()).orElse(null);
        if (base == null) {
            notices.show(new Problem("Model " + map.side(), "its vectors come from a file, not from a model's folder",
                    "Save the map, and apply it to stored vectors."));
            return;
        }
        choose(base.folder().getFileName() + "-" + map.name())
                .ifPresent(folder -> files.latest("map", "Writing " + folder.getFileName(), progress -> {
                    write(base, map, folder, oneFile, progress);
                    return folder;
                }, written -> notices.tell("Saved " + written + ": it opens as a model, here too.")));
    }

    private static void write(ModelChoice base, MadeMap map, Path folder, boolean oneFile, Progress progress) {
        var card = map.card().apply(String.valueOf(folder.getFileName()));
        if (oneFile) {
            AdaptedOnnx.write(base.folder(), base.overrides(), map.map(), card, folder, progress);
        } else {
            AdaptedFolder.write(base.folder(), base.overrides(), map.map(), card, folder, progress);
        }
    }

    private Optional<Path> choose(String name) {
        return dialogs.saveFile(getScene().getWindow(), "Export", name);
    }
}
