package org.matryoscope.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

import org.matryoscope.app.export.FileDialogs;
import org.matryoscope.app.session.Catalogue;
import org.matryoscope.app.session.ModelSource;
import org.matryoscope.app.settings.Settings;
import org.matryoscope.app.settings.SettingsFile;
import org.matryoscope.app.theme.Look;
import org.matryoscope.base.Progress;
import org.matryoscope.model.Encoder;
import org.matryoscope.model.Encoding;
import org.matryoscope.model.ModelProfile;
import org.matryoscope.model.Role;
import org.matryoscope.model.hub.ModelHub;
import org.matryoscope.question.Questions;

/**
 * The real window over a temporary folder for settings and cache. Its models refuse to work on the FX thread and keep note
 * of the documents that they were asked to encode; its file dialogs answer at once with what the test set.
 */
public final class TestWindow {
    private final List<String> encoded = new CopyOnWriteArrayList<>();
    private final Instrument instrument;
    private final MainWindow window;
    private @Nullable Path answer;

    /** Builds the window with the models and corpora that come with the app. */
    public TestWindow(Path folder, Settings settings) {
        this(folder, settings, Catalogue.read());
    }

    /** Builds the window with models and corpora of the test's choice. */
    public TestWindow(Path folder, Settings settings, Catalogue catalogue) {
        this(folder, settings, catalogue, () -> {
            throw new AssertionError("nobody asked for a hub");
        });
    }

    /** Builds the window with a hub of the test's choice. */
    public TestWindow(Path folder, Settings settings, Catalogue catalogue, Supplier<ModelHub> hubs) {
        System.setProperty("matryoscope.cache", folder.resolve("cache").toString());
        Look.loadFonts();
        instrument = new Instrument(
                new Startup(settings, new SettingsFile(folder), catalogue, folder.resolve("session.json"), null),
                watched(Instrument.models()), hubs);
        window = new MainWindow(instrument, new Dialogs(), Questions.ALL);
    }

    /** Returns what comes with the app, but with a model for side A alone. */
    public static Catalogue oneModel() {
        Catalogue all = Catalogue.read();
        return new Catalogue(all.models().subList(0, 1), all.corpora());
    }

    public Instrument instrument() {
        return instrument;
    }

    public MainWindow window() {
        return window;
    }

    /** Returns the documents that models were asked to encode so far. */
    public List<String> encoded() {
        return encoded;
    }

    /** Sets what the file dialogs answer. */
    public void answer(@Nullable Path path) {
        answer = path;
    }

    /** Shows the window as large as the headless screen allows. */
    public Scene show(Stage stage) {
        return show(stage, 980, 780);
    }

    /** Shows the window in a size of the test's choice. */
    public Scene show(Stage stage, double width, double height) {
        Scene scene = scene(width, height);
        stage.setScene(scene);
        stage.show();
        return scene;
    }

    /** Opens what the window starts with, and returns its content. */
    public Scene scene(double width, double height) {
        Scene scene = window.scene(width, height);
        instrument.openFirst("lesson");
        return scene;
    }

    /** Ends the work in the background. */
    public void close() {
        instrument.session().close();
        instrument.workers().close();
    }

    private ModelSource watched(ModelSource source) {
        return (choice, progress) -> {
            refuseFxThread();
            return new WatchedEncoder(source.load(choice, progress), encoded);
        };
    }

    private static void refuseFxThread() {
        if (Platform.isFxApplicationThread()) {
            throw new AssertionError("a model was used on the FX thread");
        }
    }

    private record WatchedEncoder(Encoder encoder, List<String> encoded) implements Encoder {
        @Override
        public ModelProfile profile() {
            return encoder.profile();
        }

        @Override
        public Encoding encode(List<String> texts, Role role, Progress progress) {
            refuseFxThread();
            if (role == Role.DOCUMENT) {
                encoded.addAll(texts);
            }
            return encoder.encode(texts, role, progress);
        }

        @Override
        public void close() {
            refuseFxThread();
            encoder.close();
        }
    }

    private final class Dialogs implements FileDialogs {
        @Override
        public Optional<Path> chooseFolder(Window owner, String title) {
            return Optional.ofNullable(answer);
        }

        @Override
        public Optional<Path> openFile(Window owner, String title, String kind, String... patterns) {
            return Optional.ofNullable(answer);
        }

        @Override
        public Optional<Path> saveFile(Window owner, String title, String name) {
            return Optional.ofNullable(answer);
        }
    }
}
