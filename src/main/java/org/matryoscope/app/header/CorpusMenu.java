package org.matryoscope.app.header;

import java.nio.file.Path;
import java.util.List;

import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import org.matryoscope.app.session.Catalogue;
import org.matryoscope.app.session.CorpusSource;
import org.matryoscope.app.session.Session;
import org.matryoscope.app.settings.Preferences;
import org.matryoscope.corpus.BuiltInCorpus;

/** The menu of the corpus: those that come with the app, recent files, a file of the user's, pasted text, editing. */
final class CorpusMenu extends MenuButton {
    private final Session session;
    private final Catalogue catalogue;
    private final Preferences preferences;
    private final HeaderActions actions;

    CorpusMenu(Session session, Catalogue catalogue, Preferences preferences, HeaderActions actions) {
        this.session = session;
        this.catalogue = catalogue;
        this.preferences = preferences;
        this.actions = actions;
        setId("corpus");
        setMnemonicParsing(false);
        setGraphic(new FontIcon(Feather.FILE_TEXT));
        session.corpus().subscribe(corpus -> {
            setText(corpus == null ? "No texts yet" : corpus.name());
            setAccessibleText("Corpus: " + getText());
        });
        preferences.settings().subscribe(settings -> build());
    }

    private void build() {
        getItems().clear();
        for (BuiltInCorpus corpus : catalogue.corpora()) {
            getItems().add(item(corpus.name() + ": " + corpus.facts() + ", licence " + corpus.licence(),
                    Feather.BOOK_OPEN, () -> session.openCorpus(new CorpusSource.BuiltIn(corpus.id()), "")));
        }
        List<Path> recent = preferences.settings().get().recentCorpora();
        if (!recent.isEmpty()) {
            getItems().add(new SeparatorMenuItem());
            recent.forEach(file -> getItems()
                    .add(item(String.valueOf(file.getFileName()), Feather.CLOCK, () -> actions.openCorpus(file))));
        }
        MenuItem edit = item("Edit texts and labels…", Feather.EDIT_2, actions::editCorpus);
        edit.disableProperty().bind(session.corpus().isNull());
        getItems().addAll(new SeparatorMenuItem(), item("Open file…", Feather.FOLDER, actions::chooseCorpus),
                item("Paste texts…", Feather.CLIPBOARD, actions::pasteCorpus), edit);
    }

    private static MenuItem item(String text, Feather icon, Runnable action) {
        MenuItem item = new MenuItem(text, new FontIcon(icon));
        item.setMnemonicParsing(false);
        item.setOnAction(e -> action.run());
        return item;
    }
}
