package org.matryoscope.app;

import java.nio.file.Path;
import java.util.Objects;

import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;

import org.matryoscope.app.export.SystemFileDialogs;
import org.matryoscope.app.saved.SavedSession;
import org.matryoscope.app.saved.SessionKeeper;
import org.matryoscope.question.Questions;

/** The desktop application. */
public final class MatryoscopeApp extends Application {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 820;

    private @Nullable Startup startup;
    private @Nullable Instrument instrument;
    private @Nullable SessionKeeper keeper;

    @Override
    public void init() {
        startup = Startup.read();
    }

    @Override
    public void start(Stage stage) {
        Instrument built = new Instrument(Objects.requireNonNull(startup), Instrument.models());
        instrument = built;
        Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> built.notices().show(failure));
        MainWindow window = new MainWindow(built, new SystemFileDialogs(), Questions.ALL);
        keeper = window.keeper();
        Scene scene = window.scene(WIDTH, HEIGHT);
        stage.setTitle("Matryoscope");
        stage.getIcons().setAll(AppIcon.images());
        stage.setScene(scene);
        SavedSession last = built.startup().session();
        SessionKeeper.place(stage, last == null ? null : last.window());
        // Models load on other threads while the window is laid out and painted, which takes about as long.
        window.begin(getParameters().getRaw().stream().map(Path::of).toList());
        stage.show();
        StartTimes.watch(built.workbench());
        Platform.runLater(() -> window.keeper().watch(stage));
    }

    @Override
    public void stop() {
        Instrument built = instrument;
        if (keeper != null) {
            keeper.flush();
        }
        if (built != null) {
            built.session().close();
            built.workers().close();
            built.close();
        }
    }
}
