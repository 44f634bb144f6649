package org.matryoscope.app.header;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import org.matryoscope.app.session.Catalogue;
import org.matryoscope.app.session.ModelChoice;
import org.matryoscope.app.session.ModelShelf;
import org.matryoscope.app.session.ServerChoice;
import org.matryoscope.app.session.Session;
import org.matryoscope.app.session.SideChoice;
import org.matryoscope.app.session.VectorsChoice;
import org.matryoscope.app.settings.Preferences;
import org.matryoscope.model.hub.CachedModel;
import org.matryoscope.question.Side;

/** The menu of one side's model: those that come with the app, recent ones, a folder of the user's. */
final class SideMenu extends MenuButton {
    private final Side side;
    private final Session session;
    private final Catalogue catalogue;
    private final Preferences preferences;
    private final HeaderActions actions;
    private final ModelShelf shelf;

    SideMenu(Side side, Session session, Catalogue catalogue, Preferences preferences, HeaderActions actions,
            ModelShelf shelf) {
        this.shelf = shelf;
        this.side = side;
        this.session = session;
        this.catalogue = catalogue;
        this.preferences = preferences;
        this.actions = actions;
        setId("model-" + side.name().toLowerCase(Locale.ROOT));
        getStyleClass().add("side-menu");
        // Names of files may hold underscores.
        setMnemonicParsing(false);
        Label badge = new Label(side.name());
        badge.getStyleClass().addAll("side-badge", "side-" + side.name().toLowerCase(Locale.ROOT));
        setGraphic(badge);
        session.encoder(side).subscribe(encoder -> describe());
        session.choice(side).subscribe(choice -> describe());
        preferences.settings().subscribe(settings -> {
            shelf.look(Stream.concat(catalogue.models().stream(), settings.recentModels().stream()).toList());
            build();
        });
        shelf.known().subscribe(known -> build());
    }

    private void describe() {
        SideChoice choice = session.choice(side).get();
        setText(choice != null ? session.shownName(side) : side == Side.A ? "No model yet" : "None");
        setAccessibleText(
                "%s %s: %s".formatted(choice instanceof VectorsChoice ? "Vectors" : "Model", side, getText()));
        build();
    }

    private void build() {
        ToggleGroup group = new ToggleGroup();
        getItems().clear();
        if (side == Side.B) {
            RadioMenuItem none = new RadioMenuItem("None");
            none.setToggleGroup(group);
            none.setSelected(session.choice(side).get() == null);
            none.setOnAction(e -> session.closeModelB());
            getItems().addAll(none, new SeparatorMenuItem());
        }
        catalogue.models().forEach(folder -> getItems().add(item(folder, shelf.label(folder), group)));
        List<Path> recent = preferences.settings().get().recentModels();
        if (!recent.isEmpty()) {
            getItems().add(new SeparatorMenuItem());
            recent.forEach(folder -> getItems().add(item(folder, shelf.label(folder), group)));
        }
        List<Path> recentVectors = preferences.settings().get().recentVectors();
        if (!recentVectors.isEmpty()) {
            getItems().add(new SeparatorMenuItem());
            recentVectors.forEach(file -> getItems().add(vectors(file, group)));
        }
        List<ServerChoice> servers = preferences.settings().get().recentServers();
        if (!servers.isEmpty()) {
            getItems().add(new SeparatorMenuItem());
            servers.forEach(server -> getItems().add(served(server, group)));
        }
        List<CachedModel> cached = shelf.known().get().cached();
        if (!cached.isEmpty()) {
            Menu others = new Menu("In the caches of other tools");
            cached.forEach(model -> others.getItems().add(cached(model, group)));
            getItems().addAll(new SeparatorMenuItem(), others);
        }
        boolean isVectors = session.choice(side).get() instanceof VectorsChoice;
        MenuItem details = action(isVectors ? "Details of the vectors…" : "Model details…", Feather.SLIDERS,
                () -> actions.showModel(side));
        details.setDisable(session.choice(side).get() == null);
        getItems().addAll(new SeparatorMenuItem(),
                action("Open model folder…", Feather.FOLDER, () -> actions.chooseModel(side)),
                action("Get a model by name…", Feather.DOWNLOAD, () -> actions.getModel(side)),
                action("Use a server of embeddings…", Feather.SERVER, () -> actions.chooseServer(side)),
                action("Open vectors…", Feather.DATABASE, () -> actions.chooseVectors(side)), details);
    }

    private RadioMenuItem item(Path folder, String text, ToggleGroup group) {
        RadioMenuItem item = new RadioMenuItem(text);
        item.setMnemonicParsing(false);
        item.setToggleGroup(group);
        item.setSelected(session.choice(side).get() instanceof ModelChoice current && current.folder().equals(folder));
        item.setOnAction(e -> session.openModel(side, preferences.settings().get().model(folder)));
        return item;
    }

    private RadioMenuItem vectors(Path file, ToggleGroup group) {
        RadioMenuItem item = new RadioMenuItem(String.valueOf(file.getFileName()), new FontIcon(Feather.DATABASE));
        item.setMnemonicParsing(false);
        item.setToggleGroup(group);
        item.setSelected(
                session.choice(side).get() instanceof VectorsChoice open && open.request().file().equals(file));
        item.setOnAction(e -> actions.openVectors(side, file));
        return item;
    }

    private MenuItem cached(CachedModel model, ToggleGroup group) {
        String text = model.name() + " (" + model.cache() + ")";
        if (model.folder().opens()) {
            return item(model.folder().path(), text, group);
        }
        MenuItem export = new MenuItem(text + ": after an export…");
        export.setMnemonicParsing(false);
        export.setOnAction(e -> actions.showExport(model));
        return export;
    }

    private RadioMenuItem served(ServerChoice server, ToggleGroup group) {
        RadioMenuItem item = new RadioMenuItem(server.name(), new FontIcon(Feather.SERVER));
        item.setMnemonicParsing(false);
        item.setToggleGroup(group);
        item.setSelected(session.choice(side).get() instanceof ServerChoice open && open.name().equals(server.name()));
        item.setOnAction(e -> actions.openServer(side, server));
        return item;
    }

    private static MenuItem action(String text, Feather icon, Runnable action) {
        MenuItem item = new MenuItem(text, new FontIcon(icon));
        item.setOnAction(e -> action.run());
        return item;
    }
}
