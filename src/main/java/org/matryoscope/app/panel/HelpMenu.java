package org.matryoscope.app.panel;

import java.util.List;

import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Leads to the keys that work in the window, and to what the app is made of. */
public final class HelpMenu extends MenuButton {
    private static final List<HelpTable.Line> KEYS = List.of(
            new HelpTable.Line("← →", "one dimension less or more (on the slider)"),
            new HelpTable.Line("Page Up, Page Down", "the next marked size (on the slider)"),
            new HelpTable.Line("Home, End", "one dimension, all dimensions (on the slider)"),
            new HelpTable.Line("Space", "sweep through all dimensions, or pause"),
            new HelpTable.Line("Ctrl L", "to the query"), new HelpTable.Line("Ctrl O", "open texts"),
            new HelpTable.Line("Ctrl Shift O", "open a model folder"),
            new HelpTable.Line("Ctrl E", "edit texts and labels"), new HelpTable.Line("Ctrl Shift V", "paste texts"),
            new HelpTable.Line("Ctrl I, Ctrl Shift I", "details of model A, of model B"),
            new HelpTable.Line("Ctrl 1 … 9", "show a question"),
            new HelpTable.Line("Ctrl Page Up, Ctrl Page Down", "the question before, after"),
            new HelpTable.Line("F11", "present: chart, finding and slider fill the screen"),
            new HelpTable.Line("Enter, double click", "a text as a whole, with its ranks"),
            new HelpTable.Line("Ctrl +, Ctrl −, Ctrl 0", "larger, smaller, normal text"),
            new HelpTable.Line("Ctrl or Shift click", "select several texts, which the charts then show"),
            new HelpTable.Line("Escape", "close a sheet"), new HelpTable.Line("F1", "these keys"));

    private final Sheets sheets;

    /**
     * Builds the menu.
     *
     * @param sheets shows what is chosen
     */
    public HelpMenu(Sheets sheets) {
        super("Help", new FontIcon(Feather.HELP_CIRCLE));
        this.sheets = sheets;
        setId("help");
        getItems().addAll(item("Keys", this::showKeys), item("About Matryoscope", this::showAbout));
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(e -> action.run());
        return item;
    }

    /** Shows the keys. */
    public void showKeys() {
        sheets.showInMiddle("Keys", new HelpTable(KEYS));
    }

    private void showAbout() {
        sheets.showInMiddle("Matryoscope " + version(), new About());
    }

    private static String version() {
        String version = HelpMenu.class.getPackage().getImplementationVersion();
        return version == null ? "" : version;
    }
}
