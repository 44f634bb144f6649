package org.matryoscope.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

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
import org.matryoscope.app.ManyRows;
import org.matryoscope.app.Startup;
import org.matryoscope.app.export.SystemFileDialogs;
import org.matryoscope.app.task.Idle;
import org.matryoscope.base.BackgroundThread;
import org.matryoscope.question.Questions;
import org.matryoscope.question.Side;
import org.matryoscope.question.Subject;
import org.matryoscope.vector.NumberFormat;
import org.matryoscope.vector.VectorStore;

/**
 * Drags the real window's slider to and fro over 100 000 or more documents and prints how long each view takes to answer, how
 * long frames and tasks on the FX thread take beside an empty window's, and how much memory is in use. Times depend on whatever else the machine does; the two windows share it in one run.
 */
public final class WindowFrames {
    private static final int DOCUMENTS = 100_000;
    private static final int DIMENSION = 384;
    private static final double GIB = 1 << 30;
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
     * @param args the number of documents, of dimensions and the number format, where others than 100 000, 384 and FLOAT32
     *         are wanted, and the names of views, where not all are
     */
    public static void main(String[] args) throws Exception {
        BackgroundThread.makeCommonPool();
        Path scratch = Files.createTempDirectory("window-frames");
        System.setProperty("matryoscope.config", scratch.resolve("config").toString());
        System.setProperty("matryoscope.cache", scratch.resolve("cache").toString());
        Startup startup = Startup.read();
        int documents = args.length > 0 ? Integer.parseInt(args[0]) : DOCUMENTS;
        int dimension = args.length > 1 ? Integer.parseInt(args[1]) : DIMENSION;
        NumberFormat format = args.length > 2 ? NumberFormat.valueOf(args[2]) : NumberFormat.FLOAT32;
        Subject subject = ManyRows.subject(documents, dimension, format, 1);
        CompletableFuture<Void> started = new CompletableFuture<>();
        Platform.startup(() -> started.complete(null));
        started.join();
        // The windows come one after the other.
        Platform.setImplicitExit(false);
        System.out.printf(Locale.ROOT, "%d documents of %d dimensions in %s, load average %.1f; times in ms%n",
                documents, dimension, format.label(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        System.out.printf("%-22s %-16s %7s %9s %9s %9s%n", "window", "", "samples", "p50", "p99", "worst");
        watch("empty", new Scene(new StackPane(), WIDTH, HEIGHT), pulse -> {
        });
        CompletableFuture<Instrument> made = new CompletableFuture<>();
        CompletableFuture<MainWindow> built = new CompletableFuture<>();
        Platform.runLater(() -> {
            Instrument instrument = new Instrument(startup, Instrument.models());
            built.complete(new MainWindow(instrument, new SystemFileDialogs(), Questions.ALL));
            made.complete(instrument);
        });
        Instrument instrument = made.join();
        MainWindow window = built.join();
        CompletableFuture<Scene> scene = new CompletableFuture<>();
        Platform.runLater(() -> scene.complete(window.scene(WIDTH, HEIGHT)));
        scene.join();
        for (int view = 0; view < window.views().size(); view++) {
            if (args.length > 3 && !List.of(args).contains(window.views().get(view).question().name())) {
                continue;
            }
            int shown = view;
            Platform.runLater(() -> window.show(shown));
            answer(window.views().get(view).question().name(), instrument, subject);
            watch("dragging, " + window.views().get(view).question().name(), scene.join(),
                    pulse -> drag(scene.join(), pulse));
        }
        printMemory(subject);
        System.exit(0);
    }

    /** Prints how long the window works on a query, once it is known, until the view shown and the ranking have answered. */
    private static void answer(String view, Instrument instrument, Subject subject) {
        CompletableFuture<Long> begun = new CompletableFuture<>();
        CompletableFuture<Long> answered = new CompletableFuture<>();
        Platform.runLater(() -> {
            // A subject of its own: the same one would not be asked again.
            instrument.workbench()
                    .subject(Side.A)
                    .set(new Subject(Side.A, subject.texts(), subject.query(), subject.means()));
            begun.complete(System.nanoTime());
            Idle.when(instrument.workers().tasks(), () -> answered.complete(System.nanoTime()));
        });
        System.out.printf(Locale.ROOT, "%-22s %-16s %7d %9.2f%n", view, "answer", 1,
                (answered.join() - begun.join()) / 1e6);
    }

    private static void printMemory(Subject subject) {
        System.gc();
        VectorStore store = subject.texts().store();
        System.out.printf(Locale.ROOT,
                "vectors %.2f GiB, heap in use after a collection %.2f GiB, heap taken %.2f GiB%n",
                store.rows() * store.format().bytesPerVector(store.dimension()) / GIB,
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / GIB,
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getCommitted() / GIB);
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
}
