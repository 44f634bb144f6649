package org.matryoscope.app.saved;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;

import org.matryoscope.app.notice.Notices;
import org.matryoscope.app.saved.SavedSession.SavedContender;
import org.matryoscope.app.saved.SavedSession.SavedSide;
import org.matryoscope.app.saved.SavedSession.SavedWindow;
import org.matryoscope.app.session.ContenderList;
import org.matryoscope.app.session.ModelChoice;
import org.matryoscope.app.session.ServerChoice;
import org.matryoscope.app.session.Session;
import org.matryoscope.app.session.SideChoice;
import org.matryoscope.app.session.VectorsChoice;
import org.matryoscope.app.settings.JsonFile;
import org.matryoscope.app.state.Workbench;
import org.matryoscope.app.task.Background;
import org.matryoscope.app.view.QuestionDeck;
import org.matryoscope.app.view.QuestionView;
import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;
import org.matryoscope.corpus.Corpus;
import org.matryoscope.question.Choices;
import org.matryoscope.question.Option;
import org.matryoscope.question.RotationChoice;
import org.matryoscope.question.Side;

/**
 * Keeps everything on screen in a file: a second after each change, whole or not at all; and brings it back. Lives on the FX
 * thread.
 */
public final class SessionKeeper {
    private static final Duration DELAY = Duration.seconds(1);

    private final Session session;
    private final Workbench workbench;
    private final ContenderList contenders;
    private final Background saves;
    private final Notices notices;
    private final QuestionDeck deck;
    private final ReadOnlyObjectProperty<@Nullable Corpus> draft;
    private final JsonFile<SavedSession> file;
    private final PauseTransition pause = new PauseTransition(DELAY);
    private @Nullable Stage stage;
    private long changes;
    private long written;

    /**
     * Keeps nothing yet.
     *
     * @param session what is open
     * @param workbench the prefix
     * @param contenders the rotations that were added
     * @param saves writes
     * @param notices told what cannot be brought back
     * @param deck which question is shown, and how
     * @param draft texts being edited that were not applied yet
     * @param file where the session is kept between runs
     */
    public SessionKeeper(Session session, Workbench workbench, ContenderList contenders, Background saves,
            Notices notices, QuestionDeck deck, ReadOnlyObjectProperty<@Nullable Corpus> draft,
            JsonFile<SavedSession> file) {
        this.session = session;
        this.workbench = workbench;
        this.contenders = contenders;
        this.saves = saves;
        this.notices = notices;
        this.deck = deck;
        this.draft = draft;
        this.file = file;
        pause.setOnFinished(event -> save());
    }

    /**
     * Saves from now on whatever changes.
     *
     * @param shown the window, whose place is kept too
     */
    public void watch(Stage shown) {
        stage = shown;
        for (Side side : Side.values()) {
            session.choice(side).addListener(observable -> changed());
        }
        session.source().addListener(observable -> changed());
        session.query().addListener(observable -> changed());
        draft.addListener(observable -> changed());
        workbench.prefix().addListener(observable -> changed());
        workbench.renormalise().addListener(observable -> changed());
        workbench.format().addListener(observable -> changed());
        workbench.beside().addListener(observable -> changed());
        contenders.added().addListener((ListChangeListener<ContenderList.Added>) change -> changed());
        deck.list().selected().addListener(observable -> changed());
        deck.list().folded().addListener(observable -> changed());
        deck.views().forEach(view -> view.choices().addListener(observable -> changed()));
        for (var bound : List.of(shown.xProperty(), shown.yProperty(), shown.widthProperty(), shown.heightProperty())) {
            bound.addListener(observable -> changed());
        }
        shown.maximizedProperty().addListener(observable -> changed());
    }

    private void changed() {
        changes++;
        pause.playFromStart();
    }

    private void save() {
        SavedSession captured = capture();
        long taken = changes;
        saves.latest("session", "Saving the session", progress -> {
            write(captured, progress);
            return taken;
        }, saved -> written = saved);
    }

    /** One at a time, and none that was cancelled: an older session never takes the place of a newer one. */
    private synchronized void write(SavedSession captured, Progress progress) {
        progress.report(0, 1);
        file.write(captured);
    }

    /** Writes what is not saved yet, in the calling thread: for the end of the app. */
    public void flush() {
        if (written != changes) {
            saves.cancel("session");
            write(capture(), Progress.NONE);
            written = changes;
        }
    }

    /** Returns everything on screen. */
    public SavedSession capture() {
        Map<String, Map<String, String>> options = new HashMap<>();
        for (QuestionView view : deck.views()) {
            Map<String, String> chosen = new HashMap<>();
            Choices choices = view.choices().get();
            view.question()
                    .options()
                    .stream()
                    .filter(option -> choices.values().containsKey(option.name()))
                    .forEach(option -> chosen.put(option.name(), written(option, choices)));
            if (!chosen.isEmpty()) {
                options.put(view.question().name(), chosen);
            }
        }
        List<SavedContender> rotations = contenders.added()
                .stream()
                .map(added -> new SavedContender(added.side().name(), added.choice().written()))
                .toList();
        return new SavedSession(SavedSession.VERSION, side(Side.A), side(Side.B), session.source().get(), draft.get(),
                session.query().get(), workbench.prefix().get(), workbench.renormalise().get(),
                deck.shown().question().name(), options, rotations, workbench.format().get(), workbench.beside().get(),
                deck.list().folded().get(), window());
    }

    private @Nullable SavedSide side(Side side) {
        SideChoice choice = session.choice(side).get();
        return switch (choice) {
            case null -> null;
            case ModelChoice model -> new SavedSide(model, null, null);
            case ServerChoice server -> new SavedSide(null, null, server);
            case VectorsChoice vectors -> new SavedSide(null, vectors, null);
        };
    }

    private @Nullable SavedWindow window() {
        return stage == null
                ? null
                : new SavedWindow(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), stage.isMaximized());
    }

    private static <T> String written(Option<T> option, Choices choices) {
        return option.write(choices.get(option));
    }

    /** Brings a session back. What cannot be opened any more is said, and the rest comes nevertheless. */
    public void restore(SavedSession saved) {
        if (saved.version() > SavedSession.VERSION) {
            notices.show(new Problem("session", "it was saved by a newer version of Matryoscope",
                    "Some of it may be missing here."));
        }
        for (QuestionView view : deck.views()) {
            view.choices().set(choices(view, saved.options().getOrDefault(view.question().name(), Map.of())));
        }
        deck.list().folded().set(saved.folded());
        deck.views()
                .stream()
                .filter(view -> view.question().name().equals(saved.question()))
                .findFirst()
                .ifPresent(view -> deck.show(deck.views().indexOf(view)));
        workbench.renormalise().set(saved.renormalise());
        workbench.format().set(saved.format());
        workbench.beside().set(saved.beside());
        contenders.added().setAll(saved.contenders().stream().flatMap(this::added).toList());
        session.prefixOfNext(saved.d());
        if (saved.corpus() != null) {
            session.openCorpus(saved.corpus(), saved.query());
        }
        open(Side.A, saved.a());
        open(Side.B, saved.b());
    }

    private void open(Side side, @Nullable SavedSide saved) {
        if (saved == null) {
            if (side == Side.B) {
                session.closeModelB();
            }
        } else if (saved.model() != null) {
            session.openModel(side, saved.model());
        } else if (saved.vectors() != null) {
            session.openVectors(side, Objects.requireNonNull(saved.vectors()));
        } else if (saved.server() != null) {
            notices.tell("Side " + side + " had " + saved.server().name()
                    + ". No connection is opened unasked: choose it in the menu of " + side + ".");
        }
    }

    private static Choices choices(QuestionView view, Map<String, String> written) {
        Choices choices = Choices.INITIAL;
        for (Option<?> option : view.question().options()) {
            String text = written.get(option.name());
            if (text != null) {
                choices = parsed(choices, option, text);
            }
        }
        return choices;
    }

    /** An option whose value is no longer known has its initial one. */
    private static Choices parsed(Choices choices, Option<?> option, String text) {
        try {
            return choices.parsed(option, text);
        } catch (IllegalArgumentException unknown) {
            return choices;
        }
    }

    /** A rotation that is not known here is left out, and said. */
    private Stream<ContenderList.Added> added(SavedContender saved) {
        try {
            return Stream
                    .of(new ContenderList.Added(Side.valueOf(saved.side()), RotationChoice.parse(saved.rotation())));
        } catch (IllegalArgumentException unknown) {
            notices.show(new Problem("session",
                    "its contender “" + saved.side() + " " + saved.rotation() + "” is not known here",
                    "It is left out; add it again.", unknown));
            return Stream.empty();
        }
    }

    /** Puts a window where it stood, where the screen is still there. */
    public static void place(Stage stage, @Nullable SavedWindow saved) {
        if (saved == null) {
            return;
        }
        Rectangle2D wanted = new Rectangle2D(saved.x(), saved.y(), Math.max(1, saved.width()),
                Math.max(1, saved.height()));
        boolean onScreen = Screen.getScreens().stream().anyMatch(screen -> screen.getVisualBounds().intersects(wanted));
        if (onScreen && !saved.maximised()) {
            stage.setX(saved.x());
            stage.setY(saved.y());
            stage.setWidth(saved.width());
            stage.setHeight(saved.height());
        }
        stage.setMaximized(saved.maximised());
    }
}
