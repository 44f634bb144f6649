package org.matryoscope.app;

import java.nio.file.Path;
import java.util.List;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TabPane.TabClosingPolicy;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.matryoscope.app.export.ExportMenu;
import org.matryoscope.app.export.FileDialogs;
import org.matryoscope.app.header.Header;
import org.matryoscope.app.panel.HelpMenu;
import org.matryoscope.app.panel.Sheets;
import org.matryoscope.app.ranking.RankingPane;
import org.matryoscope.app.slider.PrefixBar;
import org.matryoscope.app.status.StatusBar;
import org.matryoscope.app.view.QuestionView;
import org.matryoscope.question.Question;

/** Builds the window: header, ranking, views, the prefix's bar, status. */
public final class MainWindow {
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
    private static final double RANKING_SHARE = 0.42;

    private final Instrument instrument;
    private final List<QuestionView> views;
    private final TabPane tabs = new TabPane();
    private final StackPane root;
    private final BorderPane content = new BorderPane();
    private final WindowActions actions;

    /**
     * Builds the window's content.
     *
     * @param instrument what is behind it
     * @param dialogs asks for files
     * @param questions what can be asked, in the order of the tabs
     */
    public MainWindow(Instrument instrument, FileDialogs dialogs, List<Question> questions) {
        this.instrument = instrument;
        Sheets sheets = new Sheets();
        actions = new WindowActions(instrument, dialogs, sheets);
        views = questions.stream().map(this::view).toList();
        for (QuestionView view : views) {
            tabs.getTabs().add(new Tab(view.question().title(), view.node()));
        }
        tabs.setTabClosingPolicy(TabClosingPolicy.UNAVAILABLE);
        tabs.setId("views");
        tabs.setAccessibleText("Views");
        RankingPane ranking = new RankingPane(instrument.workbench(), instrument.session()::askRow);
        instrument.session().stale().subscribe(stale -> content.pseudoClassStateChanged(STALE, stale));
        SplitPane split = new SplitPane(ranking, tabs);
        split.setDividerPositions(RANKING_SHARE);
        PrefixBar prefixBar = prefixBar();
        StatusBar status = new StatusBar(instrument.workbench(), instrument.workers().tasks());
        ExportMenu export = new ExportMenu(this::view, () -> content, status, dialogs, instrument.workers().files(),
                instrument.notices());
        HelpMenu help = new HelpMenu(sheets);
        Header header = new Header(instrument.session(), instrument.startup().catalogue(), instrument.preferences(),
                instrument.look(), instrument.contenders().added(), actions, export, help);
        content.setTop(header);
        content.setCenter(split);
        content.setBottom(new VBox(prefixBar, status));
        content.getStyleClass().add("window");
        root = new StackPane(content, instrument.notices(), sheets);
        StackPane.setAlignment(instrument.notices(), Pos.BOTTOM_RIGHT);
        actions.acceptDrops(root);
        new Shortcuts(instrument, header, prefixBar, actions, help, this::show).install(root);
    }

    private QuestionView view(Question question) {
        return new QuestionView(question, instrument.workbench(), instrument.workers().compute(),
                instrument.session()::ask);
    }

    private PrefixBar prefixBar() {
        PrefixBar bar = new PrefixBar(instrument.workbench());
        bar.logScale().set(instrument.preferences().settings().get().logScale());
        bar.logScale().subscribe(on -> {
            if (instrument.preferences().settings().get().logScale() != on) {
                instrument.preferences().update(settings -> settings.withLogScale(on));
            }
        });
        return bar;
    }

    /**
     * Puts the window's content into a scene.
     *
     * @param width in pixels
     * @param height in pixels
     * @return the scene
     */
    public Scene scene(double width, double height) {
        Scene scene = new Scene(root, width, height);
        instrument.look().dress(scene);
        return scene;
    }

    /** Returns the view that is shown. */
    public QuestionView view() {
        return views.get(Math.max(0, tabs.getSelectionModel().getSelectedIndex()));
    }

    /** Returns every view, in the order of the tabs. */
    public List<QuestionView> views() {
        return views;
    }

    /**
     * Shows a view.
     *
     * @param index its place in {@link #views()}; others are ignored
     */
    public void show(int index) {
        if (index >= 0 && index < views.size()) {
            tabs.getSelectionModel().select(index);
        }
    }

    /** Opens a file or folder, as if it had been dropped on the window. */
    public void open(Path path) {
        actions.open(path);
    }
}
