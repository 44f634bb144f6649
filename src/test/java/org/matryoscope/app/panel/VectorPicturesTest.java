package org.matryoscope.app.panel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

import org.matryoscope.app.TestWindow;
import org.matryoscope.app.export.Pictures;
import org.matryoscope.app.settings.Settings;
import org.matryoscope.app.theme.Theme;
import org.matryoscope.question.Side;
import org.matryoscope.question.Subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.matryoscope.app.Patience.waitUntil;

/** Draws what has to do with files of vectors in the whole window; the pictures are there to be looked at. */
class VectorPicturesTest extends ApplicationTest {
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final int PATIENCE_SECONDS = 120;
    private static final int ROWS = 60;
    private static final int DIMENSION = 48;
    private static final int LESSON = 14;
    private static final List<String> FIELDS = List.of("Music", "Sport", "Cooking");
    private static final List<String> TOPICS = List.of("history", "technique", "famous names", "equipment");

    @TempDir
    Path folder = Path.of("");

    // Set by start, which the framework calls before each test.
    @SuppressWarnings("NullAway.Init")
    private TestWindow test;

    @Override
    public void start(Stage stage) {
        test = new TestWindow(folder, Settings.DEFAULT.withTheme(Theme.LIGHT), TestWindow.oneModel());
    }

    @AfterEach
    void close() {
        interact(test::close);
    }

    @ParameterizedTest
    @CsvSource({"1280, 800", "1920, 1080"})
    void sheetsAndRankingOfAFileWithEverything(int width, int height) throws IOException {
        Scene scene = scene(width, height);
        Path file = everything();
        interact(() -> test.window().open(file));
        waitUntil(PATIENCE_SECONDS, () -> scene.lookup("#vectors-preview") != null);
        inBothThemes(scene, "vectors-import", width, height);
        press(scene, "#vectors-open");
        waitUntil(PATIENCE_SECONDS, () -> shown(Side.A, rows -> rows == ROWS));
        interact(() -> test.instrument().session().askRow(7));
        waitUntil(PATIENCE_SECONDS,
                () -> subject(Side.A).asked().row() == 7 && test.instrument().workers().tasks().isEmpty());
        inBothThemes(scene, "vectors-ranking", width, height);
        interact(() -> {
            List<MenuItem> items = ((MenuButton) scene.lookup("#model-a")).getItems();
            items.getLast().fire();
        });
        waitUntil(PATIENCE_SECONDS, () -> scene.lookup("#vectors-kept") != null);
        inBothThemes(scene, "vectors-details", width, height);
    }

    /** The files that MrlVectorsTest looks at, side by side. */
    @Test
    void twoModelsOfTheSameTitles() {
        String trials = System.getProperty("matryoscope.trials");
        assumeTrue(trials != null, "skipped: set -Dmatryoscope.trials=FOLDER to the folder of the API models' vectors");
        Scene scene = scene(1920, 1080);
        open(scene, Side.A, Path.of(trials, "peliculas_text-embedding-3-small-1536.json"));
        open(scene, Side.B, Path.of(trials, "peliculas_text-embedding-ada-002.json"));
        for (int view = 0; view < test.window().views().size(); view++) {
            int shown = view;
            interact(() -> test.window().show(shown));
            waitUntil(PATIENCE_SECONDS, () -> test.instrument().workers().tasks().isEmpty());
            inBothThemes(scene, "titles-" + test.window().views().get(view).question().name(), 1920, 1080);
        }
    }

    private void open(Scene scene, Side side, Path file) {
        if (side == Side.A) {
            interact(() -> test.window().open(file));
        } else {
            test.answer(file);
            interact(() -> ((MenuButton) scene.lookup("#model-b")).getItems()
                    .stream()
                    .filter(item -> "Open vectors…".equals(item.getText()))
                    .findFirst()
                    .orElseThrow()
                    .fire());
        }
        waitUntil(PATIENCE_SECONDS, () -> scene.lookup("#vectors-preview") != null);
        inBothThemes(scene, "titles-import-" + side, 1920, 1080);
        press(scene, "#vectors-open");
        waitUntil(PATIENCE_SECONDS,
                () -> shown(side, rows -> rows != LESSON) && test.instrument().workers().tasks().isEmpty());
    }

    private Scene scene(int width, int height) {
        Scene scene = WaitForAsyncUtils.waitForAsyncFx(PATIENCE_SECONDS * 1000L, () -> test.scene(width, height));
        waitUntil(PATIENCE_SECONDS, () -> test.instrument().workbench().ranking(Side.A).get() != null
                && test.instrument().workers().tasks().isEmpty());
        // Styles the window, which showing it would have done.
        interact(() -> scene.snapshot(null));
        return scene;
    }

    private boolean shown(Side side, Predicate<Integer> rows) {
        Subject subject = test.instrument().workbench().subject(side).get();
        return subject != null && rows.test(subject.texts().store().rows()) && subject.dimension() != 384;
    }

    private Subject subject(Side side) {
        return Objects.requireNonNull(test.instrument().workbench().subject(side).get());
    }

    private void press(Scene scene, String id) {
        interact(() -> ((Button) scene.lookup(id)).fire());
    }

    private void inBothThemes(Scene scene, String name, int width, int height) {
        for (Theme theme : Theme.values()) {
            interact(() -> test.instrument().look().theme().set(theme));
            // Sheets fade in, and rows slide to their places.
            WaitForAsyncUtils.waitForFxEvents(40);
            interact(() -> {
                Path picture = PICTURES.resolve(
                        "%s-%dx%d-%s.png".formatted(name, width, height, theme.name().toLowerCase(Locale.ROOT)));
                Pictures.write(scene.snapshot(null), picture);
                assertThat(picture).isRegularFile();
            });
        }
    }

    /** Texts, ids, two levels of labels and relevance; one row is all zero. */
    private Path everything() throws IOException {
        Files.createDirectories(PICTURES);
        Random random = new Random(1);
        StringBuilder lines = new StringBuilder();
        for (int row = 0; row < ROWS; row++) {
            int zero = row == 23 ? 0 : 1;
            String vector = random.doubles(DIMENSION)
                    .mapToObj(x -> String.format(Locale.ROOT, "%.5f", zero * (x - 0.4)))
                    .collect(Collectors.joining(", "));
            String field = FIELDS.get(row / 20);
            String topic = TOPICS.get(row / 5 % TOPICS.size());
            lines.append(
                    """
                            {"id": "doc-%03d", "text": "Note %d on %s: what one should know about the %s, said in a sentence.", \
                            "field": "%s", "topic": "%s", "relevance": %d, "embedding": [%s]}
                            """
                            .formatted(row, row, field.toLowerCase(Locale.ROOT), topic, field, topic, row % 4, vector));
        }
        return Files.writeString(folder.resolve("notes with everything.jsonl"), lines);
    }
}
