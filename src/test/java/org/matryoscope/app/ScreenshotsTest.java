package org.matryoscope.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import org.matryoscope.app.export.Pictures;
import org.matryoscope.app.settings.Settings;
import org.matryoscope.app.task.Idle;
import org.matryoscope.app.theme.TextScale;
import org.matryoscope.app.theme.Theme;
import org.matryoscope.app.view.QuestionView;

import static org.assertj.core.api.Assertions.assertThat;

/** Draws the whole window, every view, in sizes that the headless screen could not show; the pictures are there to be looked at. */
class ScreenshotsTest {
    private static final Set<String> WANT_MORE_TEXTS = Set.of("fingerprint", "rotation", "lab");
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final int PATIENCE_SECONDS = 120;

    @TempDir
    static Path folder = Path.of("");

    @BeforeAll
    static void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
        Files.createDirectories(PICTURES);
    }

    @ParameterizedTest
    @CsvSource({"1280,800", "1920,1080"})
    void everyViewInBothThemes(int width, int height) throws IOException {
        TestWindow test = onFx(() -> new TestWindow(folder, Settings.DEFAULT.withTheme(Theme.LIGHT)));
        Scene scene = onFx(() -> test.window().scene(width, height));
        onFx(() -> test.instrument().openFirst("lesson"));
        for (Theme theme : Theme.values()) {
            onFx(() -> test.instrument().look().theme().set(theme));
            List<QuestionView> views = test.window().views();
            for (int i = 0; i < views.size(); i++) {
                int view = i;
                onFx(() -> test.window().show(view));
                whenIdle(test);
                // The lesson has too few texts for some: their picture is that of a question without an answer.
                assertThat(onFx(() -> views.get(view).chart().chart()) == null).as(views.get(view).question().name())
                        .isEqualTo(WANT_MORE_TEXTS.contains(views.get(view).question().name()));
                save(onFx(() -> scene.snapshot(null)), "%s-%dx%d-%s.png".formatted(views.get(view).question().name(),
                        width, height, theme.name().toLowerCase(Locale.ROOT)));
            }
        }
        onFx(test::close);
        Path sheet = PICTURES.resolve("sheet-%dx%d.png".formatted(width, height));
        PictureSheet.write(PICTURES, "-%dx%d-".formatted(width, height), sheet);
        assertThat(sheet).isNotEmptyFile();
    }

    @ParameterizedTest
    @CsvSource({"PERCENT_100", "PERCENT_150", "PERCENT_200"})
    void textGrowsWithoutOverlaps(TextScale scale) throws IOException {
        TestWindow test = onFx(
                () -> new TestWindow(folder, Settings.DEFAULT.withTheme(Theme.LIGHT).withTextScale(scale)));
        Scene scene = onFx(() -> test.window().scene(1280, 800));
        onFx(() -> test.instrument().openFirst("lesson"));
        whenIdle(test);
        save(onFx(() -> scene.snapshot(null)), "text-" + scale.percent() + ".png");
        for (String part : List.of(".header", ".prefix-bar", ".status-line")) {
            assertThat(onFx(() -> overlaps((Parent) scene.lookup(part)))).as(part).isEmpty();
        }
        for (String part : List.of(".row-view .rank", ".row-view .move", ".row-view .score")) {
            Label label = onFx(() -> (Label) scene.lookup(part));
            assertThat(label.getHeight()).as(part).isGreaterThanOrEqualTo(onFx(() -> label.prefHeight(-1)));
        }
        onFx(test::close);
    }

    @Test
    void keepsItsSizeHoweverOftenItIsStyledAndLaidOut() {
        TestWindow test = onFx(() -> new TestWindow(folder, Settings.DEFAULT.withTheme(Theme.LIGHT)));
        Scene scene = onFx(() -> test.window().scene(1280, 800));
        List<String> sizes = new ArrayList<>();
        for (int pass = 0; pass < 6; pass++) {
            sizes.add(onFx(() -> {
                test.instrument().look().theme().set(test.instrument().look().theme().get().other());
                Region root = (Region) scene.getRoot();
                root.applyCss();
                root.layout();
                return root.minWidth(-1) + " × " + root.minHeight(-1) + ", " + root.prefWidth(-1) + " × "
                        + root.prefHeight(-1);
            }));
        }
        assertThat(sizes.subList(1, sizes.size())).containsOnly(sizes.get(1));
        onFx(test::close);
    }

    /** Names the neighbours in rows and columns that cover each other, or that reach out of their row. */
    private static List<String> overlaps(Parent parent) {
        List<String> found = new ArrayList<>();
        List<Node> children = parent.getChildrenUnmodifiable()
                .stream()
                .filter(node -> node.isVisible() && node.isManaged())
                .toList();
        if (parent instanceof HBox || parent instanceof VBox) {
            Bounds room = parent.getLayoutBounds();
            for (int i = 0; i < children.size(); i++) {
                Bounds one = children.get(i).getBoundsInParent();
                if (one.getMaxX() > room.getMaxX() + 1 || one.getMaxY() > room.getMaxY() + 1) {
                    found.add(children.get(i) + " reaches out of " + parent);
                }
                if (i > 0 && covers(children.get(i - 1), children.get(i), parent)) {
                    found.add(children.get(i - 1) + " covers " + children.get(i));
                }
            }
        }
        for (Node child : children) {
            if (child instanceof Parent inner && !(child instanceof Label)) {
                found.addAll(overlaps(inner));
            }
        }
        return found;
    }

    private static boolean covers(Node one, Node next, Parent parent) {
        Bounds before = one.getBoundsInParent();
        Bounds after = next.getBoundsInParent();
        return parent instanceof HBox ? before.getMaxX() > after.getMinX() + 1 : before.getMaxY() > after.getMinY() + 1;
    }

    private static void save(WritableImage picture, String name) {
        Pictures.write(picture, PICTURES.resolve(name));
    }

    private static void whenIdle(TestWindow test) {
        CompletableFuture<Boolean> idle = new CompletableFuture<>();
        Platform.runLater(() -> Idle.when(test.instrument().workers().tasks(), () -> idle.complete(true)));
        idle.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    private static <T> T onFx(Callable<T> call) {
        return WaitForAsyncUtils.waitForAsyncFx(PATIENCE_SECONDS * 1000L, call);
    }

    private static void onFx(Runnable action) {
        WaitForAsyncUtils.waitForAsyncFx(PATIENCE_SECONDS * 1000L, action);
    }
}
