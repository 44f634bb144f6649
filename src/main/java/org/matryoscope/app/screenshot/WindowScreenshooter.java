package org.matryoscope.app.screenshot;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;

import org.matryoscope.app.Instrument;
import org.matryoscope.app.MainWindow;
import org.matryoscope.app.Startup;
import org.matryoscope.app.export.Pictures;
import org.matryoscope.app.export.SystemFileDialogs;
import org.matryoscope.app.session.Catalogue;
import org.matryoscope.app.session.CorpusSource;
import org.matryoscope.app.session.ModelChoice;
import org.matryoscope.app.session.Session;
import org.matryoscope.app.session.VectorsChoice;
import org.matryoscope.app.settings.Settings;
import org.matryoscope.app.settings.SettingsFile;
import org.matryoscope.app.task.Idle;
import org.matryoscope.app.theme.Look;
import org.matryoscope.app.theme.Theme;
import org.matryoscope.base.Problem;
import org.matryoscope.cli.Screenshooter;
import org.matryoscope.cli.ScreenshotRequest;
import org.matryoscope.corpus.Corpus;
import org.matryoscope.question.Question;
import org.matryoscope.question.Questions;
import org.matryoscope.question.Side;

/** Renders the real window, never shown, on JavaFX's headless platform. */
public final class WindowScreenshooter implements Screenshooter {
    private static final List<String> NAMES = Questions.ALL.stream().map(Question::name).toList();

    @Override
    public List<String> views() {
        return NAMES;
    }

    @Override
    public void shoot(ScreenshotRequest request) {
        startToolkit();
        Look.loadFonts();
        CompletableFuture<WritableImage> picture = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                render(request, picture);
            } catch (RuntimeException failure) {
                picture.completeExceptionally(failure);
            }
        });
        try {
            Pictures.write(picture.join(), request.out());
        } catch (CompletionException e) {
            throw e.getCause() instanceof Problem problem ? problem : e;
        }
    }

    private static void startToolkit() {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        System.setProperty("prism.lcdtext", "false");
        System.setProperty("java.awt.headless", "true");
        CompletableFuture<Boolean> started = new CompletableFuture<>();
        try {
            Platform.startup(() -> started.complete(true));
        } catch (IllegalStateException runsAlready) {
            started.complete(false);
        }
        started.join();
    }

    private static void render(ScreenshotRequest request, CompletableFuture<WritableImage> picture) {
        Settings settings = Settings.DEFAULT.withTheme(request.dark() ? Theme.DARK : Theme.LIGHT);
        Startup startup = new Startup(settings, SettingsFile.standard(), new Catalogue(List.of(), List.of()),
                SettingsFile.standardFolder().resolve("session.json"), null);
        Instrument instrument = new Instrument(startup, Instrument.models());
        instrument.notices().setOnFailure(picture::completeExceptionally);
        MainWindow window = new MainWindow(instrument, new SystemFileDialogs(), Questions.ALL);
        Scene scene = window.scene(request.width(), request.height());
        window.show(NAMES.indexOf(request.view()));
        open(request, instrument.session());
        Idle.when(instrument.workers().tasks(), () -> {
            ask(request, instrument.session());
            Idle.when(instrument.workers().tasks(), () -> {
                if (request.d() != null) {
                    instrument.workbench().prefix().set(Math.clamp(request.d(), 1, instrument.dimension()));
                }
                Idle.when(instrument.workers().tasks(), () -> {
                    picture.complete(scene.snapshot(null));
                    instrument.session().close();
                    instrument.workers().close();
                });
            });
        });
    }

    private static void open(ScreenshotRequest request, Session session) {
        Corpus corpus = request.corpus();
        if (corpus != null) {
            session.useCorpus(corpus, new CorpusSource.Typed(corpus), "");
        }
        ModelChoice model = request.model() == null ? null : ModelChoice.of(request.model());
        if (request.vectors() != null) {
            session.openVectors(Side.A, new VectorsChoice(request.vectors(), corpus == null, model));
        } else if (model != null) {
            session.openModel(Side.A, model);
        }
        if (request.against() != null) {
            session.openModel(Side.B, ModelChoice.of(request.against()));
        }
    }

    private static void ask(ScreenshotRequest request, Session session) {
        Corpus corpus = session.corpus().get();
        if (request.queryVectors() != null) {
            session.openQueries(Side.A, request.queryVectors(), request.query());
        } else if (request.queryRow() != null && corpus != null) {
            session.askRow(request.queryRow());
        } else if (request.query() != null) {
            session.ask(request.query());
        }
    }
}
