package org.matryoscope.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import org.matryoscope.app.export.ExportMenu;
import org.matryoscope.app.export.FileDialogs;
import org.matryoscope.app.export.MapMenu;
import org.matryoscope.app.header.Header;
import org.matryoscope.app.panel.HelpMenu;
import org.matryoscope.app.panel.Sheets;
import org.matryoscope.app.ranking.RankingPane;
import org.matryoscope.app.saved.SavedSession;
import org.matryoscope.app.saved.SessionKeeper;
import org.matryoscope.app.saved.SessionMenu;
import org.matryoscope.app.session.ContenderList;
import org.matryoscope.app.session.ModelChoice;
import org.matryoscope.app.session.ModelShelf;
import org.matryoscope.app.slider.PrefixBar;
import org.matryoscope.app.status.StatusBar;
import org.matryoscope.app.view.QuestionDeck;
import org.matryoscope.app.view.QuestionView;
import org.matryoscope.question.Choices;
import org.matryoscope.question.Question;
import org.matryoscope.question.RotationChoice;
import org.matryoscope.question.Side;
import org.matryoscope.question.lab.LabQuestion;
import org.matryoscope.question.stability.StabilityQuestion;

/** Builds the window: header, ranking, views, the prefix's bar, status. */
public final class MainWindow {
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
    /** What a new user sees: it has labels and judged queries, enough of them for a mean. */
    private static final String FIRST_CORPUS = "encyclopedia";
    private static final double RANKING_SHARE = 0.39;

    private final Instrument instrument;
    private final FileDialogs dialogs;
    private final QuestionDeck deck;
    private final StackPane root;
    private final BorderPane content = new BorderPane();
    private final WindowActions actions;
    private final SessionKeeper keeper;
    private final ModelShelf shelf;
    private final SessionMenu sessions;

    /**
     * Builds the window's content.
     *
     * @param instrument what is behind it
     * @param dialogs asks for files
     * @param questions what can be asked, heading by heading
     */
    public MainWindow(Instrument instrument, FileDialogs dialogs, List<Question> questions) {
        this.instrument = instrument;
        this.dialogs = dialogs;
        Sheets sheets = new Sheets();
        actions = new WindowActions(instrument, dialogs, sheets, this::openSession);
        deck = new QuestionDeck(questions.stream().map(this::view).toList());
        RankingPane ranking = new RankingPane(instrument.workbench(), instrument.workers().compute(),
                instrument.session()::askRow);
        instrument.session().stale().subscribe(stale -> content.pseudoClassStateChanged(STALE, stale));
        SplitPane split = new SplitPane(ranking, deck);
        split.setDividerPositions(RANKING_SHARE);
        PrefixBar prefixBar = prefixBar();
        StatusBar status = new StatusBar(instrument.workbench(), instrument.workers().tasks());
        ExportMenu export = new ExportMenu(this::view, () -> content, instrument.workbench().prefix(), status, dialogs,
                instrument.workers().files(), instrument.notices());
        HelpMenu help = new HelpMenu(sheets);
        keeper = new SessionKeeper(instrument.session(), instrument.workbench(), instrument.contenders(),
                instrument.workers().saves(), instrument.notices(), deck, actions.draft(),
                SavedSession.file(instrument.startup().sessionFile()));
        sessions = new SessionMenu(keeper, dialogs, instrument.preferences(), instrument.workers().files(),
                instrument.notices());
        Button present = presentButton();
        shelf = new ModelShelf(instrument.workers().files());
        Header header = new Header(instrument.session(), instrument.startup().catalogue(), instrument.preferences(),
                instrument.look(), instrument.contenders().added(), actions, shelf, sessions, present, export, help);
        content.setTop(header);
        content.setCenter(split);
        content.setBottom(new VBox(prefixBar, status));
        content.getStyleClass().add("window");
        root = new StackPane(content, instrument.notices(), sheets);
        Room room = new Room(content, instrument.look().scale());
        root.widthProperty().subscribe(room::measure);
        root.heightProperty().subscribe(room::measure);
        StackPane.setAlignment(instrument.notices(), Pos.BOTTOM_RIGHT);
        actions.acceptDrops(root);
        Presentation presentation = new Presentation(root, content, split, ranking, List.of(header, status), deck,
                prefixBar);
        present.setOnAction(event -> presentation.active().set(true));
        new Shortcuts(instrument, header, prefixBar, actions, help, deck).install(root);
    }

    private void openSession(Path file) {
        sessions.open(file);
    }

    private static Button presentButton() {
        Button button = new Button(null, new FontIcon(Feather.MAXIMIZE));
        button.setId("present");
        button.setAccessibleText("Present");
        button.setTooltip(new Tooltip("Present: chart, finding and slider fill the screen (F11)"));
        return button;
    }

    private QuestionView view(Question question) {
        QuestionView view = new QuestionView(question, instrument.workbench(), instrument.workers().compute(),
                instrument.session()::ask, part -> deck.show(part));
        List<MenuItem> further = question instanceof LabQuestion
                ? LabActions.of(view, instrument.session(), instrument.startup().catalogue().firstModels())
                : List.of();
        view.addTool(new MapMenu(view.made(), this::model, (side,
                file) -> instrument.contenders().added().add(new ContenderList.Added(side, RotationChoice.of(file))),
                dialogs, instrument.workers().files(), instrument.notices(), further));
        return view;
    }

    private Optional<ModelChoice> model(Side side) {
        return Optional.ofNullable(instrument.session().choice(side).get())
                .filter(ModelChoice.class::isInstance)
                .map(ModelChoice.class::cast);
    }

    private PrefixBar prefixBar() {
        PrefixBar bar = new PrefixBar(instrument.workbench(), instrument.workers().compute());
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
        return deck.shown();
    }

    /** Returns every view, in the order of the list. */
    public List<QuestionView> views() {
        return deck.views();
    }

    /**
     * Shows a view.
     *
     * @param index its place in {@link #views()}; others are ignored
     */
    public void show(int index) {
        deck.show(index);
    }

    /** Returns what keeps the session. */
    public SessionKeeper keeper() {
        return keeper;
    }

    /**
     * Opens what was asked for, or brings back the session of the last run, or shows a new user a difference that needs no words.
     *
     * @param files what the app was started with, such as a session's file; may be empty
     */
    public void begin(List<Path> files) {
        shelf.lookIntoCaches();
        if (!files.isEmpty()) {
            files.forEach(this::open);
            return;
        }
        SavedSession last = instrument.startup().session();
        if (last == null) {
            instrument.openFirst(FIRST_CORPUS);
            deck.views()
                    .stream()
                    .filter(view -> view.question() instanceof StabilityQuestion)
                    .forEach(view -> view.choices()
                            .set(Choices.INITIAL.with(StabilityQuestion.QUERIES, Integer.MAX_VALUE)));
            return;
        }
        keeper.restore(last);
        if (last.draft() != null) {
            actions.resumeEditing(last.draft());
        }
    }

    /** Opens a file or folder, as if it had been dropped on the window. */
    public void open(Path path) {
        actions.open(path);
    }
}
