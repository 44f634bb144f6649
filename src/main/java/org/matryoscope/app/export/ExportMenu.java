package org.matryoscope.app.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

import javafx.beans.property.IntegerProperty;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import org.matryoscope.app.notice.Notices;
import org.matryoscope.app.task.Background;
import org.matryoscope.app.view.QuestionView;
import org.matryoscope.base.Installation;
import org.matryoscope.base.Problem;
import org.matryoscope.base.Share;
import org.matryoscope.chart.Chart;
import org.matryoscope.chart.ChartFile;
import org.matryoscope.chart.ChartTheme;
import org.matryoscope.question.Answer;
import org.matryoscope.question.Asking;
import org.matryoscope.question.Contender;
import org.matryoscope.question.Reply;
import org.matryoscope.question.Unanswered;
import org.matryoscope.question.verdict.VerdictAnswer;
import org.matryoscope.question.verdict.VerdictQuestion;
import org.matryoscope.report.Report;
import org.matryoscope.retrieval.database.Engine;
import org.matryoscope.study.written.FileKind;
import org.matryoscope.study.written.VectorOutput;
import org.matryoscope.vector.NumberFormat;
import org.matryoscope.vector.VectorStore;

/** Pictures and numbers out of the window, to files and to the clipboard. */
public final class ExportMenu extends MenuButton {
    private static final List<Integer> SCALES = List.of(1, 2, 3);
    /** As wide as a page of text. */
    private static final ChartFile.Size FIGURE = ChartFile.Size.ofMillimetres(160);

    private static final DataFormat SVG = new DataFormat("image/svg+xml");

    private final Supplier<QuestionView> view;
    private final Supplier<Parent> window;
    private final IntegerProperty prefix;
    private final Node statusBar;
    private final FileDialogs dialogs;
    private final Background files;
    private final Notices notices;
    private final CheckMenuItem withStatusBar = new CheckMenuItem("With the status bar");

    /**
     * Builds the menu.
     *
     * @param view the view that is shown
     * @param window the window's content
     * @param prefix the prefix length kept
     * @param statusBar the status bar in it
     * @param dialogs asks where to
     * @param files writes
     * @param notices says what was written
     */
    public ExportMenu(Supplier<QuestionView> view, Supplier<Parent> window, IntegerProperty prefix, Node statusBar,
            FileDialogs dialogs, Background files, Notices notices) {
        super("Export", new FontIcon(Feather.SHARE));
        this.view = view;
        this.window = window;
        this.prefix = prefix;
        this.statusBar = statusBar;
        this.dialogs = dialogs;
        this.files = files;
        this.notices = notices;
        setId("export");
        Menu charts = new Menu("Picture of the charts");
        Menu whole = new Menu("Picture of the window");
        for (int scale : SCALES) {
            charts.getItems().add(item("PNG at " + scale + "×…", () -> saveCharts(scale)));
            whole.getItems().add(item("PNG at " + scale + "×…", () -> saveWindow(scale)));
        }
        withStatusBar.setSelected(true);
        whole.getItems().addAll(new SeparatorMenuItem(), withStatusBar);
        Menu figures = new Menu("Figure of the chart, on white");
        for (String ending : ChartFile.ENDINGS) {
            figures.getItems().add(item(ending.substring(1).toUpperCase(Locale.ROOT) + "…", () -> saveFigure(ending)));
        }
        Menu settings = new Menu("Copy settings for a database");
        for (Engine engine : Engine.values()) {
            settings.getItems().add(item(engine.label(), () -> copySettings(engine)));
        }
        getItems().addAll(charts, figures, whole, item("Numbers of the charts (CSV)…", this::saveNumbers),
                item("Verdict as a page (HTML)…", this::saveReport),
                item("Vectors of A, cut at d…", () -> saveVectors(this.prefix.get())),
                item("Vectors of A, whole…", () -> saveVectors(Integer.MAX_VALUE)), new SeparatorMenuItem(), settings,
                item("Copy figure of the chart", this::copyFigure),
                item("Copy picture of the window", this::copyPicture),
                item("Copy numbers of the charts", this::copyNumbers));
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(e -> action.run());
        return item;
    }

    private void saveCharts(int scale) {
        QuestionView shown = view.get();
        choose(shown.question().name() + ".png").ifPresent(file -> {
            List<WritableImage> pictures = shown.chart().chart() == null
                    ? List.of()
                    : List.of(shown.parts()
                            .map(parts -> Pictures.window(parts, shown.charts(), scale, List.of()))
                            .orElseGet(() -> shown.chart().snapshot(scale)));
            write(file, pictures, Pictures::write);
        });
    }

    private void saveFigure(String ending) {
        QuestionView shown = view.get();
        choose(shown.question().name() + ending).ifPresent(file -> {
            Chart chart = shown.chart().chart();
            write(file, chart == null ? List.of() : List.of(chart),
                    (figure, target) -> ChartFile.write(figure, target, FIGURE, ChartTheme.PRINT));
        });
    }

    private void saveWindow(int scale) {
        choose("matryoscope.png").ifPresent(file -> write(file, List.of(picture(scale)), Pictures::write));
    }

    private void saveNumbers() {
        QuestionView shown = view.get();
        choose(shown.question().name() + ".csv").ifPresent(file -> write(file,
                Stream.of(shown.chart().csv()).filter(csv -> !csv.isEmpty()).toList(), ExportMenu::writeText));
    }

    /** Asks for the verdict anew, whatever is shown: the page is about all that is open. */
    private void saveReport() {
        Asking asking = view.get().asking().orElse(null);
        if (asking == null) {
            notices.show(nothing());
            return;
        }
        choose("verdict.html").ifPresent(file -> files.latest("export", "Writing " + file.getFileName(), progress -> {
            switch (new VerdictQuestion().ask(asking, progress)) {
                case Answer answer ->
                    Report.write(file, Report.html(asking, answer, asking.choices(), Installation.version()));
                case Unanswered none -> throw none.problem();
            }
            return file;
        }, written -> notices.tell("Saved " + written.getFileName() + ".")));
    }

    /** Asks for the verdict anew, as its page does. */
    private void copySettings(Engine engine) {
        Asking asking = view.get().asking().orElse(null);
        if (asking == null) {
            notices.show(nothing());
            return;
        }
        files.latest("export", "Settings for " + engine.label(), progress -> {
            Reply reply = new VerdictQuestion().ask(asking, progress);
            if (reply instanceof Unanswered none) {
                throw none.problem();
            }
            return ((VerdictAnswer) reply).deployment(asking.choices()).orElseThrow(ExportMenu::nothing);
        }, deployment -> {
            Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, engine.statements(deployment)));
            notices.tell("Copied settings for %s %s: %s, d = %d.".formatted(engine.label(), engine.version(),
                    deployment.format().label(), deployment.d()));
        });
    }

    private void saveVectors(int d) {
        Contender first = view.get().asking().map(Asking::first).orElse(null);
        if (first == null) {
            notices.show(nothing());
            return;
        }
        int kept = Math.min(d, first.dimension());
        choose("vectors-" + kept + ".npy")
                .ifPresent(file -> files.latest("export", "Writing " + file.getFileName(), progress -> {
                    FileKind kind = FileKind.of(file, NumberFormat.FLOAT32);
                    VectorStore store = first.lens().whole(Share.of(progress, 0, 0.3)).store();
                    return new VectorOutput(kind, NumberFormat.FLOAT32, kept).write(store,
                            first.subject().texts().corpus(), file, Share.of(progress, 0.3, 1)).length;
                }, zeros -> notices.tell("Saved " + file.getFileName() + ": " + kept + " dimensions"
                        + (zeros == 0 ? "." : "; rows without a vector are zeros: " + zeros + "."))));
    }

    private WritableImage picture(int scale) {
        return Pictures.window(window.get(), view.get().charts(), scale,
                withStatusBar.isSelected() ? List.of() : List.of(statusBar));
    }

    private Optional<Path> choose(String name) {
        return dialogs.saveFile(getScene().getWindow(), "Export", name);
    }

    /** How one thing is written to a file. */
    @FunctionalInterface
    private interface Writer<T> {
        void write(T content, Path file);
    }

    private <T> void write(Path file, List<T> contents, Writer<T> writer) {
        if (contents.isEmpty()) {
            notices.show(nothing());
            return;
        }
        files.latest("export", "Writing " + file.getFileName(), progress -> {
            List<Path> targets = numbered(file, contents.size());
            for (int i = 0; i < targets.size(); i++) {
                writer.write(contents.get(i), targets.get(i));
            }
            return targets;
        }, targets -> notices.tell("Saved "
                + String.join(", ", targets.stream().map(target -> String.valueOf(target.getFileName())).toList())
                + "."));
    }

    /** Returns the file itself for one content, else the file with numbers before its ending. */
    private static List<Path> numbered(Path file, int count) {
        if (count == 1) {
            return List.of(file);
        }
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.') < 0 ? name.length() : name.lastIndexOf('.');
        List<Path> targets = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            targets.add(file.resolveSibling(name.substring(0, dot) + "-" + i + name.substring(dot)));
        }
        return targets;
    }

    private static void writeText(String text, Path file) {
        try {
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new Problem(file.toString(), "the numbers cannot be written",
                    "Check that the disk has room, or choose another folder.", e);
        }
    }

    private static Problem nothing() {
        return new Problem("Export", "there is nothing to export yet", "Wait until the chart is drawn.");
    }

    private void copyPicture() {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.IMAGE, picture(1)));
        notices.tell("Copied the picture.");
    }

    /** As a picture, for slides, and as SVG, for programs that draw. */
    private void copyFigure() {
        Chart chart = view.get().chart().chart();
        if (chart == null) {
            notices.show(nothing());
            return;
        }
        Image picture = SwingFXUtils.toFXImage(ChartFile.picture(chart, FIGURE, ChartTheme.PRINT), null);
        Clipboard.getSystemClipboard()
                .setContent(Map.of(DataFormat.IMAGE, picture, SVG, ChartFile.svg(chart, FIGURE, ChartTheme.PRINT)));
        notices.tell("Copied the figure.");
    }

    private void copyNumbers() {
        String numbers = view.get().chart().csv();
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, numbers));
        notices.tell("Copied the numbers.");
    }
}
