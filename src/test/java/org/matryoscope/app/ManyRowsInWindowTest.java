package org.matryoscope.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import javafx.application.Platform;
import javafx.scene.control.ListView;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

import org.matryoscope.app.settings.Settings;
import org.matryoscope.app.state.Workbench;
import org.matryoscope.app.task.Idle;
import org.matryoscope.app.view.QuestionView;
import org.matryoscope.chart.Chart;
import org.matryoscope.question.Side;
import org.matryoscope.question.Subject;
import org.matryoscope.retrieval.RankingAt;

import static org.assertj.core.api.Assertions.assertThat;

/** The window over 200 000 rows that have no texts. */
class ManyRowsInWindowTest extends ApplicationTest {
    private static final int ROWS = 200_000;
    private static final int DIMENSION = 32;
    private static final int PATIENCE_SECONDS = 120;

    @TempDir
    static Path folder = Path.of("");

    // Set by start, which the framework calls before each test.
    @SuppressWarnings("NullAway.Init")
    private TestWindow test;
    @SuppressWarnings("NullAway.Init")
    private Subject subject;

    @Override
    public void start(Stage stage) {
        test = new TestWindow(folder, Settings.DEFAULT);
        stage.setScene(test.window().scene(980, 780));
        stage.show();
    }

    @AfterEach
    void close() {
        interact(test::close);
    }

    @Test
    void listSelectionAndEveryViewWork() {
        subject = ManyRows.subject(ROWS, DIMENSION, 1);
        Workbench workbench = test.instrument().workbench();
        interact(() -> {
            workbench.subject(Side.A).set(subject);
            workbench.prefix().set(DIMENSION / 2);
        });
        whenIdle();
        ListView<?> list = lookup("#ranking").queryAs(ListView.class);
        assertThat(list.getItems()).hasSize(ROWS);
        RankingAt ranking = Objects.requireNonNull(onFx(() -> workbench.ranking(Side.A).get()));
        int last = ranking.order()[ROWS - 1];

        interact(() -> list.getSelectionModel().clearAndSelect(ROWS - 1));
        assertThat(workbench.selection().get()).containsExactly(last);
        interact(() -> workbench.prefix().set(DIMENSION / 4));
        whenIdle();
        RankingAt moved = Objects.requireNonNull(onFx(() -> workbench.ranking(Side.A).get()));
        assertThat(moved.order()[list.getSelectionModel().getSelectedIndex()]).isEqualTo(last);

        interact(() -> list.getSelectionModel().selectAll());
        whenIdle();
        assertThat(workbench.selection().get()).hasSize(50);
        assertThat(list.getSelectionModel().getSelectedIndices()).hasSize(50);

        List<QuestionView> views = test.window().views();
        for (int i = 0; i < views.size(); i++) {
            int view = i;
            interact(() -> test.window().show(view));
            whenIdle();
            Chart chart = onFx(() -> views.get(view).chart().chart());
            if (views.get(view).question().name().equals("levels")) {
                assertThat(chart).as("rows of numbers have no labels").isNull();
                continue;
            }
            assertThat(chart).as(views.get(view).question().name()).isNotNull();
            String sample = switch (views.get(view).question().name()) {
                case "energy", "stability" -> "20,000 of 200,000 texts";
                case "gap" -> "of the 199,998 that are not judged stand in, drawn evenly";
                default -> "";
            };
            assertThat(Objects.requireNonNull(chart).summary()).as(views.get(view).question().name()).contains(sample);
        }
        subject.texts().store().close();
    }

    private void whenIdle() {
        CompletableFuture<Boolean> idle = new CompletableFuture<>();
        Platform.runLater(() -> Idle.when(test.instrument().workers().tasks(), () -> idle.complete(true)));
        idle.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    private static <T> T onFx(Callable<T> call) {
        return WaitForAsyncUtils.waitForAsyncFx(PATIENCE_SECONDS * 1000L, call);
    }
}
