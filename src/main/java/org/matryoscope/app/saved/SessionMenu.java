package org.matryoscope.app.saved;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import org.matryoscope.app.export.FileDialogs;
import org.matryoscope.app.notice.Notices;
import org.matryoscope.app.settings.Preferences;
import org.matryoscope.app.task.Background;
import org.matryoscope.base.Problem;

/** The menu of sessions: save, open, recent ones. */
public final class SessionMenu extends MenuButton {
    private final SessionKeeper keeper;
    private final FileDialogs dialogs;
    private final Preferences preferences;
    private final Background files;
    private final Notices notices;

    /**
     * Builds the menu.
     *
     * @param keeper captures and restores
     * @param dialogs asks for files
     * @param preferences the recent sessions
     * @param files reads and writes
     * @param notices says what was saved
     */
    public SessionMenu(SessionKeeper keeper, FileDialogs dialogs, Preferences preferences, Background files,
            Notices notices) {
        super(null, new FontIcon(Feather.SAVE));
        this.keeper = keeper;
        this.dialogs = dialogs;
        this.preferences = preferences;
        this.files = files;
        this.notices = notices;
        setId("session");
        setAccessibleText("Session");
        setTooltip(new Tooltip("Session: save everything on screen, and bring it back"));
        preferences.settings().subscribe(settings -> build(settings.recentSessions()));
    }

    private void build(List<Path> recent) {
        getItems().setAll(item("Save session as…", this::saveAs), item("Open session…", this::choose));
        if (!recent.isEmpty()) {
            getItems().add(new SeparatorMenuItem());
        }
        recent.forEach(path -> getItems().add(item(String.valueOf(path.getFileName()), () -> open(path))));
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> action.run());
        return item;
    }

    private void saveAs() {
        dialogs.saveFile(getScene().getWindow(), "Save session", "session" + SavedSession.ENDING).ifPresent(path -> {
            SavedSession session = keeper.capture();
            files.latest("session file", "Writing " + path.getFileName(), progress -> {
                SavedSession.file(path).write(session);
                return path;
            }, written -> {
                preferences.update(settings -> settings.withRecentSession(written));
                notices.tell("Saved " + written.getFileName() + ".");
            });
        });
    }

    private void choose() {
        dialogs.openFile(getScene().getWindow(), "Open session", "Sessions", "*" + SavedSession.ENDING,
                "*" + SavedSession.EARLIER_ENDING).ifPresent(this::open);
    }

    /**
     * Opens a session in place of what is on screen.
     *
     * @param path its file
     */
    public void open(Path path) {
        files.latest("session file", "Reading " + path.getFileName(), progress -> read(path), session -> {
            keeper.restore(session);
            preferences.update(settings -> settings.withRecentSession(path));
        });
    }

    private static SavedSession read(Path path) {
        Optional<SavedSession> session = SavedSession.file(path).read();
        return session.orElseThrow(
                () -> new Problem(path.toString(), "there is no such session any more", "Choose another file."));
    }
}
