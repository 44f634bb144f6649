package org.matryoscope.app.panel;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

import org.matryoscope.app.Instrument;
import org.matryoscope.app.MainWindow;
import org.matryoscope.app.Startup;
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

/** The real window with one real model, which keeps note of the documents that it was asked to encode. */
final class SheetWindow {
    final List<String> encoded = new CopyOnWriteArrayList<>();
    final Instrument instrument;
    final MainWindow window;
    /** What the file dialogs answer. */
    @Nullable
    Path answer;

    SheetWindow(Path folder, Settings settings) {
        System.setProperty("matryoscope.cache", folder.resolve("cache").toString());
        Look.loadFonts();
        instrument = new Instrument(new Startup(settings, new SettingsFile(folder), oneModel()),
                counted(Instrument.modelFolders()));
        window = new MainWindow(instrument, new Dialogs());
    }

    /** What comes with the app, but with a model for side A alone. */
    static Catalogue oneModel() {
        Catalogue all = Catalogue.read();
        return new Catalogue(all.models().subList(0, 1), all.corpora());
    }

    Scene scene(double width, double height) {
        Scene scene = window.scene(width, height);
        instrument.openFirst();
        return scene;
    }

    void close() {
        instrument.session().close();
        instrument.workers().close();
    }

    private ModelSource counted(ModelSource source) {
        return (choice, progress) -> new CountingEncoder(source.load(choice, progress), encoded);
    }

    private record CountingEncoder(Encoder encoder, List<String> encoded) implements Encoder {
        @Override
        public ModelProfile profile() {
            return encoder.profile();
        }

        @Override
        public Encoding encode(List<String> texts, Role role, Progress progress) {
            if (Platform.isFxApplicationThread()) {
                throw new AssertionError("a model was used on the FX thread");
            }
            if (role == Role.DOCUMENT) {
                encoded.addAll(texts);
            }
            return encoder.encode(texts, role, progress);
        }

        @Override
        public void close() {
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
