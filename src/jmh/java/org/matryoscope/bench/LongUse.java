package org.matryoscope.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.stage.Stage;

import com.sun.management.OperatingSystemMXBean;

import org.matryoscope.app.Instrument;
import org.matryoscope.app.MainWindow;
import org.matryoscope.app.Startup;
import org.matryoscope.app.export.SystemFileDialogs;
import org.matryoscope.app.session.ContenderList;
import org.matryoscope.app.session.CorpusSource;
import org.matryoscope.app.session.ModelChoice;
import org.matryoscope.app.session.VectorsChoice;
import org.matryoscope.app.task.Idle;
import org.matryoscope.base.Progress;
import org.matryoscope.corpus.vectors.Reading;
import org.matryoscope.corpus.vectors.VectorFiles;
import org.matryoscope.question.Questions;
import org.matryoscope.question.RotationChoice;
import org.matryoscope.question.Side;
import org.matryoscope.rotation.RotationKind;
import org.matryoscope.study.ImportRequest;
import org.matryoscope.vector.NumberFormat;

/**
 * Uses the real window for an hour as a user would, over and over: opens corpora, asks, drags, changes contenders, imports vectors
 * and goes back to a model, closes and opens a side. Prints a line a minute with what grows where something leaks, then how much of
 * a core the idle window takes, and ends with 1 where something grew or the idle window takes more than a hundredth.
 */
public final class LongUse {
    private static final double MEBIBYTE = 1 << 20;
    private static final int ROWS = 2_000;
    private static final int DIMENSION = 96;
    private static final int SWEEP_PULSES = 120;
    private static final long IDLE_SECONDS = 60;
    /** Growth from the middle third's least to the last third's least that is taken for noise; the first third warms up. */
    private static final double NOISE = 1.1;
    private static final double IDLE_SHARE = 0.01;

    private final Instrument instrument;
    private final MainWindow window;
    private final Path vectors;
    private final List<Path> models;

    private LongUse(Startup startup, Path vectors) {
        this.instrument = new Instrument(startup, Instrument.models());
        this.window = new MainWindow(instrument, new SystemFileDialogs(), Questions.ALL);
        this.vectors = vectors;
        this.models = startup.catalogue().firstModels();
    }

    /** What is counted after a round. */
    private record Counts(double heap, double resident, long threads, long files) {
        static Counts now() throws IOException {
            System.gc();
            double heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEBIBYTE;
            double resident = Files.readAllLines(Path.of("/proc/self/status"))
                    .stream()
                    .filter(line -> line.startsWith("VmRSS"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D+", "")) / 1024)
                    .findFirst()
                    .orElse(0);
            try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
                return new Counts(heap, resident, ManagementFactory.getThreadMXBean().getThreadCount(), open.count());
            }
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "heap %.0f MB, resident %.0f MB, %d threads, %d files", heap, resident,
                    threads, files);
        }

        /** The least of each: what is freed later comes and goes, and what leaks stays. */
        Counts least(Counts other) {
            return new Counts(Math.min(heap, other.heap), Math.min(resident, other.resident),
                    Math.min(threads, other.threads), Math.min(files, other.files));
        }

        boolean grewSince(Counts before) {
            return heap > NOISE * before.heap || resident > NOISE * before.resident || threads > NOISE * before.threads
                    || files > NOISE * before.files;
        }
    }

    /**
     * Runs it.
     *
     * @param args minutes, 60 where none are given
     */
    public static void main(String[] args) throws Exception {
        long minutes = args.length > 0 ? Long.parseLong(args[0]) : 60;
        Path scratch = Files.createTempDirectory("long-use");
        System.setProperty("matryoscope.config", scratch.resolve("config").toString());
        System.setProperty("matryoscope.cache", scratch.resolve("cache").toString());
        Startup startup = Startup.read();
        Path vectors = write(scratch.resolve("vectors.csv"));
        CompletableFuture<LongUse> started = new CompletableFuture<>();
        Platform.startup(() -> {
            LongUse use = new LongUse(startup, vectors);
            Stage stage = new Stage();
            stage.setScene(use.window.scene(1280, 800));
            stage.show();
            use.window.begin(List.of());
            started.complete(use);
        });
        boolean steady = started.join().run(TimeUnit.MINUTES.toNanos(minutes));
        System.exit(steady ? 0 : 1);
    }

    private static Path write(Path file) throws IOException {
        Random random = new Random(1);
        Stream<String> rows = Stream.generate(() -> {
            StringBuilder row = new StringBuilder("row");
            for (int i = 0; i < DIMENSION; i++) {
                row.append(',').append((float) random.nextGaussian());
            }
            return row.toString();
        }).limit(ROWS);
        return Files.write(file, (Iterable<String>) rows::iterator);
    }

    private boolean run(long nanos) throws IOException, InterruptedException {
        idle();
        long begun = System.nanoTime();
        Counts middle = null;
        Counts last = null;
        long printed = begun;
        int rounds = 0;
        while (System.nanoTime() - begun < nanos) {
            round(rounds++);
            long spent = System.nanoTime() - begun;
            Counts now = Counts.now();
            if (spent > nanos / 3 * 2) {
                last = last == null ? now : last.least(now);
            } else if (spent > nanos / 3) {
                middle = middle == null ? now : middle.least(now);
            }
            if (System.nanoTime() - printed > TimeUnit.MINUTES.toNanos(1)) {
                printed = System.nanoTime();
                System.out.printf("%3d min, %4d rounds: %s%n", TimeUnit.NANOSECONDS.toMinutes(spent), rounds, now);
            }
        }
        System.out.println("at least in the middle third: " + middle + "; in the last: " + last);
        double share = idleShare();
        System.out.printf(Locale.ROOT, "idle: %.2f %% of a core%n", 100 * share);
        return middle != null && last != null && !last.grewSince(middle) && share < IDLE_SHARE;
    }

    private void round(int number) {
        String corpus = List.of("lesson", "encyclopedia", "help-desk").get(number % 3);
        onFx(() -> instrument.session().openCorpus(new CorpusSource.BuiltIn(corpus), ""));
        for (String query : List.of("How do vaccines work?", "My card was charged twice", "a cat on a sofa")) {
            onFx(() -> instrument.session().ask(query));
            sweep();
        }
        for (int i = 0; i < 3; i++) {
            int view = (3 * number + i) % window.views().size();
            // Training is a matter of minutes by itself.
            if (!window.views().get(view).question().name().equals("lab")) {
                onFx(() -> window.show(view));
                sweep();
            }
        }
        onFx(() -> instrument.contenders()
                .added()
                .add(new ContenderList.Added(Side.A, RotationChoice.of(RotationKind.PCA))));
        onFx(() -> instrument.contenders().added().clear());
        onFx(() -> instrument.session().closeModelB());
        onFx(() -> instrument.session().openVectors(Side.A, new VectorsChoice(request(), true, null)));
        onFx(() -> {
            instrument.session().openCorpus(new CorpusSource.BuiltIn(corpus), "");
            instrument.session().openModel(Side.A, ModelChoice.of(models.getFirst()));
            instrument.session().openModel(Side.B, ModelChoice.of(models.getLast()));
        });
    }

    private ImportRequest request() {
        return new ImportRequest(vectors, VectorFiles.preview(vectors, Reading.GUESSED, Progress.NONE).proposed(),
                NumberFormat.FLOAT32);
    }

    /** Does something and waits until all of its results are on the screen. */
    private void onFx(Runnable action) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            action.run();
            done.complete(null);
        });
        done.join();
        idle();
    }

    private void idle() {
        CompletableFuture<Void> quiet = new CompletableFuture<>();
        Platform.runLater(() -> Idle.when(instrument.workers().tasks(), () -> quiet.complete(null)));
        quiet.join();
    }

    /** Drags the slider to and fro. */
    private void sweep() {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Platform.runLater(() -> new AnimationTimer() {
            private int pulse;

            @Override
            public void handle(long now) {
                double phase = Math.abs(1 - 2.0 * pulse / SWEEP_PULSES);
                instrument.workbench().prefix().set(1 + (int) (phase * (instrument.dimension() - 1)));
                if (++pulse > SWEEP_PULSES) {
                    stop();
                    done.complete(null);
                }
            }
        }.start());
        done.join();
        idle();
    }

    private static double idleShare() throws InterruptedException {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        TimeUnit.SECONDS.sleep(5);
        long before = system.getProcessCpuTime();
        TimeUnit.SECONDS.sleep(IDLE_SECONDS);
        return (system.getProcessCpuTime() - before) / 1e9 / IDLE_SECONDS;
    }
}
