package org.matryoscope.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import javafx.animation.AnimationTimer;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.util.Duration;

import org.matryoscope.app.Instrument;
import org.matryoscope.app.MainWindow;
import org.matryoscope.app.Startup;
import org.matryoscope.app.export.SystemFileDialogs;
import org.matryoscope.app.state.Side;
import org.matryoscope.app.state.Subject;
import org.matryoscope.corpus.Corpus;
import org.matryoscope.corpus.Document;
import org.matryoscope.model.ModelProfile;
import org.matryoscope.model.Prompts;
import org.matryoscope.model.Sourced;
import org.matryoscope.model.Variant;
import org.matryoscope.study.EmbeddedCorpus;
import org.matryoscope.study.VectorOrigin;

/**
 * Drags the real window's slider to and fro over 100 000 documents and prints how long frames and tasks on the FX thread take,
 * beside an empty window's. Times depend on whatever else the machine does; the two windows share it in one run.
 */
public final class WindowFrames {
    private static final int DOCUMENTS = 100_000;
    private static final int DIMENSION = 384;
    private static final int WIDTH = 1000;
    private static final int HEIGHT = 800;
    private static final Duration WARM_UP = Duration.seconds(5);
    private static final Duration WATCHED = Duration.seconds(10);
    /** A drag over the whole slider and back takes this many frames. */
    private static final int FRAMES_A_SWEEP = 240;

    private WindowFrames() {
    }

    /**
     * Runs the empty window, then the real one at each view.
     *
     * @param args none
     */
    public static void main(String[] args) throws Exception {
        Path scratch = Files.createTempDirectory("window-frames");
        System.setProperty("matryoscope.config", scratch.resolve("config").toString());
        System.setProperty("matryoscope.cache", scratch.resolve("cache").toString());
        Startup startup = Startup.read();
        Subject subject = subject();
        CompletableFuture<Void> started = new CompletableFuture<>();
        Platform.startup(() -> started.complete(null));
        started.join();
        // The windows come one after the other.
        Platform.setImplicitExit(false);
        System.out.printf(Locale.ROOT, "%d documents of %d dimensions, load average %.1f; times in ms%n", DOCUMENTS,
                DIMENSION, ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        System.out.printf("%-22s %-16s %7s %9s %9s %9s%n", "window", "", "samples", "p50", "p99", "worst");
        watch("empty", new Scene(new StackPane(), WIDTH, HEIGHT), pulse -> {
        });
        CompletableFuture<MainWindow> built = new CompletableFuture<>();
        Platform.runLater(() -> {
            Instrument instrument = new Instrument(startup, Instrument.modelFolders());
            built.complete(new MainWindow(instrument, new SystemFileDialogs()));
            instrument.workbench().subject(Side.A).set(subject);
        });
        MainWindow window = built.join();
        CompletableFuture<Scene> scene = new CompletableFuture<>();
        Platform.runLater(() -> scene.complete(window.scene(WIDTH, HEIGHT)));
        for (int view = 0; view < window.views().size(); view++) {
            int shown = view;
            Platform.runLater(() -> window.show(shown));
            watch("dragging, " + window.views().get(view).name(), scene.join(), pulse -> drag(scene.join(), pulse));
        }
        System.exit(0);
    }

    /** What happens in every frame. */
    @FunctionalInterface
    private interface EachFrame {
        void pulse(int number);
    }

    private static void watch(String title, Scene scene, EachFrame eachFrame) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            Stage stage = new Stage();
            stage.setScene(scene);
            stage.show();
            FrameProbe probe = new FrameProbe();
            PauseTransition warmUp = new PauseTransition(WARM_UP);
            PauseTransition watched = new PauseTransition(WATCHED);
            AnimationTimer driver = new AnimationTimer() {
                private int pulses;

                @Override
                public void handle(long now) {
                    eachFrame.pulse(pulses++);
                }
            };
            warmUp.setOnFinished(end -> {
                driver.stop();
                probe.start(scene);
                driver.start();
                watched.play();
            });
            watched.setOnFinished(end -> {
                driver.stop();
                probe.report(title, scene);
                stage.hide();
                stage.setScene(null);
                done.complete(null);
            });
            driver.start();
            warmUp.play();
        });
        done.join();
    }

    /** Moves the mouse, its button held down, along the slider: there and back in a sweep. */
    private static void drag(Scene scene, int pulse) {
        Node slider = scene.lookup(".prefix-slider");
        double phase = pulse % FRAMES_A_SWEEP / (double) FRAMES_A_SWEEP;
        double along = phase < 0.5 ? 2 * phase : 2 - 2 * phase;
        Point2D at = slider.localToScene(along * slider.getLayoutBounds().getWidth(), 0);
        Event.fireEvent(slider, new MouseEvent(MouseEvent.MOUSE_DRAGGED, at.getX(), at.getY(), at.getX(), at.getY(),
                MouseButton.PRIMARY, 1, false, false, false, false, true, false, false, false, false, false, null));
    }

    private static Subject subject() {
        RandomStore random = new RandomStore();
        random.rows = DOCUMENTS;
        random.dimension = DIMENSION;
        random.fill();
        List<Document> documents = IntStream.range(0, DOCUMENTS)
                .mapToObj(row -> new Document("r" + row,
                        "Text number " + row + " of many, long enough for two lines in the list", List.of()))
                .toList();
        return new Subject(Side.A,
                new EmbeddedCorpus(new VectorOrigin.Model(profile()),
                        new Corpus("random", "", List.of(), documents, List.of()), random.store, new int[0]),
                "query", random.query);
    }

    private static ModelProfile profile() {
        Variant variant = new Variant("none", "random", 0);
        return new ModelProfile("random", Path.of("random"), "random", DIMENSION, new Sourced<>(List.of(), "default"),
                new Sourced<>(List.of(), "default"), new Sourced<>(new Prompts("", ""), "default"),
                new Sourced<>(1, "default"), new Sourced<>(variant, "default"), List.of(variant),
                new Sourced<>("none", "default"), new Sourced<>(List.of(), "default"), List.of());
    }
}
