package org.matryoscope.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.matryoscope.base.Installation;
import org.matryoscope.base.Progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Progress, cancellation, closing, and use from several threads. */
class EncoderLifeTest {
    private static final List<String> LONG_TEXTS = Collections.nCopies(4_000, "one word after the other ".repeat(80));

    @TempDir
    private Path folder;

    @Test
    void progressCountsTheTexts() {
        List<Long> reports = new ArrayList<>();
        try (Encoder encoder = TestFolder.transformer(folder, "tokens.onnx").load()) {
            encoder.encode(Collections.nCopies(1_000, "the cat"), Role.DOCUMENT, (done, total) -> {
                reports.add(done);
                assertThat(total).isEqualTo(1_000);
            });
        }

        assertThat(reports).startsWith(0L).endsWith(1_000L).isSorted().contains(768L / 4);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aReportThatThrowsStopsTheWork(int threads) {
        try (Encoder encoder = builtIn(threads)) {
            assertThatExceptionOfType(CancellationException.class)
                    .isThrownBy(() -> encoder.encode(LONG_TEXTS, Role.DOCUMENT, (done, total) -> {
                        if (done > 0) {
                            throw new CancellationException();
                        }
                    }));
        }
    }

    /** 4 000 texts of 256 tokens would take half a minute; the native run is stopped instead. */
    @Test
    void cancellingStopsTheNativeRun() throws InterruptedException {
        CancellableProgress progress = new CancellableProgress();
        try (Encoder encoder = builtIn(2); ExecutorService executor = Executors.newSingleThreadExecutor()) {
            Future<Encoding> encoding = executor.submit(() -> encoder.encode(LONG_TEXTS, Role.DOCUMENT, progress));
            progress.begun.await();
            progress.cancel();

            assertThatExceptionOfType(ExecutionException.class).isThrownBy(encoding::get)
                    .withCauseInstanceOf(CancellationException.class);
            assertThat(progress.done).isLessThan(LONG_TEXTS.size());
        }
    }

    @Test
    void workCancelledBeforeItBeginsDoesNotBegin() {
        CancellableProgress progress = new CancellableProgress();
        progress.cancel();
        try (Encoder encoder = builtIn(1)) {
            assertThatExceptionOfType(CancellationException.class)
                    .isThrownBy(() -> encoder.encode(LONG_TEXTS, Role.DOCUMENT, progress));
        }
        assertThat(progress.done).isZero();
    }

    @Test
    void loadingCanBeCancelled() {
        TestFolder model = TestFolder.transformer(folder, "tokens.onnx");

        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> Encoders.load(model.path(), ModelOverrides.NONE, 1, (done, total) -> {
                    if (done == 2) {
                        throw new CancellationException();
                    }
                }));
    }

    @Test
    void severalThreadsMayEncodeAtOnce() throws Exception {
        List<String> texts = ParityData.texts().subList(0, 12);
        try (Encoder encoder = builtIn(2); ExecutorService executor = Executors.newFixedThreadPool(3)) {
            float[][] expected = encoder.encode(texts, Role.QUERY, Progress.NONE).vectors();
            List<Future<Encoding>> encodings = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                encodings.add(executor.submit(() -> encoder.encode(texts, Role.QUERY, Progress.NONE)));
            }
            for (Future<Encoding> encoding : encodings) {
                assertThat(encoding.get().vectors()).isDeepEqualTo(expected);
            }
        }
    }

    @Test
    void theNumberOfThreadsDoesNotChangeTheVectors() {
        List<String> texts = ParityData.texts().subList(0, 12);
        try (Encoder one = builtIn(1); Encoder four = builtIn(4)) {
            assertThat(four.encode(texts, Role.QUERY, Progress.NONE).vectors())
                    .isDeepEqualTo(one.encode(texts, Role.QUERY, Progress.NONE).vectors());
        }
    }

    @Test
    void aClosedEncoderSaysSo() {
        Encoder encoder = TestFolder.transformer(folder, "tokens.onnx").load();
        encoder.close();
        encoder.close();

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> encoder.encode(List.of("the"), Role.QUERY, Progress.NONE));
    }

    private static Encoder builtIn(int threads) {
        return Encoders.load(Installation.home().resolve("models/minilm-matryoshka"), ModelOverrides.NONE, threads,
                Progress.NONE);
    }

    /** Cancels from another thread, as the window's tasks do. */
    private static final class CancellableProgress implements Progress {
        private final CountDownLatch begun = new CountDownLatch(1);
        private final List<Runnable> actions = new ArrayList<>();
        private boolean cancelled;
        private volatile long done;

        @Override
        public void report(long done, long total) {
            this.done = done;
            if (done > 0) {
                begun.countDown();
            }
        }

        @Override
        public synchronized void onCancel(Runnable action) {
            if (cancelled) {
                action.run();
            } else {
                actions.add(action);
            }
        }

        synchronized void cancel() {
            cancelled = true;
            actions.forEach(Runnable::run);
        }
    }
}
