package org.matryoscope.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

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

/** The real window over a temporary folder for settings and cache; its model refuses to work on the FX thread. */
final class TestWindow {
    private final Instrument instrument;
    private final MainWindow window;
    private final Dialogs dialogs = new Dialogs();

    TestWindow(Path folder, Settings settings) {
        System.setProperty("matryoscope.cache", folder.resolve("cache").toString());
        Look.loadFonts();
        Startup startup = new Startup(settings, new SettingsFile(folder), Catalogue.read());
        instrument = new Instrument(startup, guarded(Instrument.modelFolders()));
        window = new MainWindow(instrument, dialogs);
    }

    Instrument instrument() {
        return instrument;
    }

    MainWindow window() {
        return window;
    }

    Dialogs dialogs() {
        return dialogs;
    }

    /** Shows the window as large as the headless screen allows. */
    Scene show(Stage stage) {
        Scene scene = window.scene(980, 780);
        stage.setScene(scene);
        stage.show();
        instrument.openFirst();
        return scene;
    }

    void close() {
        instrument.session().close();
        instrument.workers().close();
    }

    private static ModelSource guarded(ModelSource source) {
        return (choice, progress) -> {
            refuseFxThread();
            return new GuardedEncoder(source.load(choice, progress));
        };
    }

    private static void refuseFxThread() {
        if (Platform.isFxApplicationThread()) {
            throw new AssertionError("a model was used on the FX thread");
        }
    }

    private record GuardedEncoder(Encoder encoder) implements Encoder {
        @Override
        public ModelProfile profile() {
            return encoder.profile();
        }

        @Override
        public Encoding encode(List<String> texts, Role role, Progress progress) {
            refuseFxThread();
            return encoder.encode(texts, role, progress);
        }

        @Override
        public void close() {
            refuseFxThread();
            encoder.close();
        }
    }

    /** File dialogs that answer at once with what the test set. */
    static final class Dialogs implements FileDialogs {
        private @Nullable Path answer;

        void answer(Path path) {
            answer = path;
        }

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
