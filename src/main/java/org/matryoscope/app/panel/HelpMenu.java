package org.matryoscope.app.panel;

import java.util.List;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The keys that work in the window, and what the app is made of. */
public final class HelpMenu extends MenuButton {
    private record Line(String left, String right) {}

    private static final List<Line> KEYS = List.of(new Line("← →", "one dimension less or more (on the slider)"),
            new Line("Page Up, Page Down", "the next marked size (on the slider)"),
            new Line("Home, End", "one dimension, all dimensions (on the slider)"),
            new Line("Space", "sweep through all dimensions, or pause"), new Line("Ctrl L", "to the query"),
            new Line("Ctrl O", "open texts"), new Line("Ctrl Shift O", "open a model folder"),
            new Line("Ctrl E", "edit texts and labels"), new Line("Ctrl Shift V", "paste texts"),
            new Line("Ctrl I, Ctrl Shift I", "details of model A, of model B"), new Line("Ctrl 1 … 5", "show a view"),
            new Line("Ctrl +, Ctrl −, Ctrl 0", "larger, smaller, normal text"),
            new Line("Ctrl or Shift click", "select several texts, which the views then show"),
            new Line("Escape", "close a sheet"), new Line("F1", "these keys"));

    private static final List<Line> PARTS = List.of(
            new Line("Matryoscope Sans, after Inter", "SIL Open Font License 1.1"),
            new Line("all-MiniLM-L6-v2 (sentence-transformers)", "Apache License 2.0"),
            new Line("OpenJFX", "GPL 2 with Classpath Exception"), new Line("AtlantaFX", "MIT License"),
            new Line("ControlsFX", "BSD 3-Clause License"),
            new Line("Ikonli and the Feather icons", "Apache License 2.0, MIT License"),
            new Line("ONNX Runtime", "MIT License"), new Line("Deep Java Library tokenizers", "Apache License 2.0"),
            new Line("SQLite JDBC", "Apache License 2.0"),
            new Line("EJML, Jackson, picocli, AppDirs", "Apache License 2.0"), new Line("FastCSV", "MIT License"),
            new Line("juniversalchardet", "MPL 1.1, GPL 2 or LGPL 2.1"),
            new Line("SLF4J, Logback", "MIT License; EPL 1.0 or LGPL 2.1"));

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
        sheets.showInMiddle("Keys", table(KEYS));
    }

    private void showAbout() {
        Label purpose = new Label("""
                An instrument for looking inside text embeddings: where in the vector does the information sit, \
                and how many dimensions do you need?""");
        purpose.setWrapText(true);
        purpose.getStyleClass().add("about-text");
        Label parts = new Label("It stands on the work of others:");
        VBox content = new VBox(purpose, parts, table(PARTS));
        content.getStyleClass().add("about");
        sheets.showInMiddle("Matryoscope " + version(), content);
    }

    private static String version() {
        String version = HelpMenu.class.getPackage().getImplementationVersion();
        return version == null ? "" : version;
    }

    private static Node table(List<Line> lines) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("help-table");
        for (int row = 0; row < lines.size(); row++) {
            Label left = new Label(lines.get(row).left());
            left.getStyleClass().add("help-key");
            left.setMinWidth(USE_PREF_SIZE);
            grid.addRow(row, left, new Label(lines.get(row).right()));
        }
        return grid;
    }
}
