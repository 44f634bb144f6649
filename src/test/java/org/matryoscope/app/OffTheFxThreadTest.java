package org.matryoscope.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javafx.stage.Stage;

import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

import org.matryoscope.app.settings.Settings;
import org.matryoscope.base.Installation;
import org.matryoscope.corpus.TableFile;
import org.matryoscope.model.Encoders;
import org.matryoscope.question.Side;
import org.matryoscope.question.stability.StabilityStudy;
import org.matryoscope.retrieval.LiveRanking;
import org.matryoscope.study.CorpusEmbedder;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The flight recorder watches a session: every call of a loader, an encoder, a scan or a study, and every file read or
 * written, with the thread it happens on.
 */
class OffTheFxThreadTest extends ApplicationTest {
    private static final String FX_THREAD = "JavaFX Application Thread";
    private static final List<Class<?>> HEAVY = List.of(Encoders.class, CorpusEmbedder.class, LiveRanking.class,
            StabilityStudy.class, TableFile.class);

    @TempDir
    static Path folder = Path.of("");

    // Set by start, which the framework calls before each test.
    @SuppressWarnings("NullAway.Init")
    private TestWindow test;
    @SuppressWarnings("NullAway.Init")
    private Recording recording;

    @Override
    public void start(Stage stage) {
        test = new TestWindow(folder, Settings.DEFAULT);
        recording = new Recording();
        recording.enable("jdk.MethodTrace")
                .with("filter", HEAVY.stream().map(Class::getName).collect(Collectors.joining(";")));
        recording.enable("jdk.FileRead").withThreshold(Duration.ZERO);
        recording.enable("jdk.FileWrite").withThreshold(Duration.ZERO);
        recording.start();
        test.show(stage);
    }

    @AfterEach
    void close() {
        interact(test::close);
        recording.close();
    }

    @Test
    void aSessionLoadsEncodesScansAndAnalysesElsewhere() throws IOException {
        waitUntil(() -> test.instrument().workbench().ranking(Side.A).get() != null);
        for (int view = 0; view < test.window().views().size(); view++) {
            int shown = view;
            interact(() -> test.window().show(shown));
            interact(() -> test.instrument().workbench().prefix().set(16 + shown));
            waitUntil(this::idle);
        }
        Path table = Files.writeString(folder.resolve("mine.csv"), "id,text\n1,A red apple.\n2,An old stone bridge.\n");
        interact(() -> test.window().open(table));
        waitUntil(this::idle);
        recording.stop();
        Path dump = folder.resolve("session.jfr");
        recording.dump(dump);
        List<RecordedEvent> events = RecordingFile.readAllEvents(dump);
        assertThat(events.stream().filter(OffTheFxThreadTest::isCall).map(OffTheFxThreadTest::calledClass).distinct())
                .as("the recorder sees the calls")
                .contains("Encoders", "CorpusEmbedder", "LiveRanking", "StabilityStudy");
        assertThat(events.stream()
                .filter(event -> !isCall(event) || !isConstructor(event))
                .filter(OffTheFxThreadTest::onFxThread)
                .filter(event -> isCall(event) || ofOurData(event))).isEmpty();
    }

    private boolean idle() {
        return test.instrument().workers().tasks().isEmpty() && !test.instrument().session().stale().get();
    }

    private static void waitUntil(BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS,
                    () -> WaitForAsyncUtils.waitForAsyncFx(60_000, condition::getAsBoolean));
        } catch (TimeoutException e) {
            throw new AssertionError("never happened", e);
        }
    }

    private static boolean isCall(RecordedEvent event) {
        return event.getEventType().getName().equals("jdk.MethodTrace");
    }

    /** Making an object that will do the work is no work. */
    private static boolean isConstructor(RecordedEvent event) {
        return Set.of("<init>", "<clinit>").contains(event.<RecordedMethod>getValue("method").getName())
                && !calledClass(event).equals(LiveRanking.class.getSimpleName());
    }

    private static String calledClass(RecordedEvent event) {
        String name = event.<RecordedMethod>getValue("method").getType().getName();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static boolean onFxThread(RecordedEvent event) {
        return event.getThread() != null && FX_THREAD.equals(event.getThread().getJavaName());
    }

    /** The user's files, the cache, the settings, models and corpora; not the fonts and classes that the toolkit loads. */
    private static boolean ofOurData(RecordedEvent event) {
        String path = event.getString("path");
        return path != null
                && Stream.of(folder, Installation.home().resolve("models"), Installation.home().resolve("assets"))
                        .anyMatch(Path.of(path)::startsWith);
    }
}
