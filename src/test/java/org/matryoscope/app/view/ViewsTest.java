package org.matryoscope.app.view;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.StackPane;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import org.matryoscope.app.state.Side;
import org.matryoscope.app.state.Workbench;
import org.matryoscope.app.task.Background;
import org.matryoscope.app.task.DirectBackground;
import org.matryoscope.base.Progress;
import org.matryoscope.chart.Chart;
import org.matryoscope.corpus.JudgedQuery;

import static org.assertj.core.api.Assertions.assertThat;

/** What the views ask, and when, with the built-in model and the lesson. */
class ViewsTest {
    private final Workbench workbench = new Workbench();
    private final CountingBackground background = new CountingBackground();

    /** Counts the jobs. */
    private static final class CountingBackground implements Background {
        private final Background direct = new DirectBackground();
        private int jobs;

        @Override
        public <T> void latest(String slot, String title, Function<Progress, T> job, Consumer<T> onResult,
                Consumer<Throwable> onFailure) {
            jobs++;
            direct.latest(slot, title, job, onResult, onFailure);
        }

        @Override
        public void cancel(String slot) {
            direct.cancel(slot);
        }
    }

    @BeforeEach
    void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void theLessonOpensWithItsRelevantAndItsIrrelevantText() {
        View view = onFx(() -> new ScoresView(workbench, background));
        ask("How do transformers handle long sequences?");
        Chart chart = shown(view);

        assertThat(chart.series()).extracting(series -> series.style().marker().name())
                .containsExactly("CIRCLE", "CROSS");
        assertThat(chart.table().csv().lines()).hasSize(385);
    }

    @Test
    void withoutNormTheDotProductsAreShownWithTheCosines() {
        View view = onFx(() -> new ScoresView(workbench, background));
        ask("How do transformers handle long sequences?");
        shown(view);
        onFx(() -> {
            workbench.renormalise().set(false);
            return null;
        });
        pulses();
        Chart chart = shown(view);

        assertThat(chart.y().label()).isEqualTo("dot product");
        assertThat(chart.summary()).startsWith("Without re-normalising");
        assertThat(chart.series()).hasSize(4);
    }

    @Test
    void theScoreTableCopiesAsText() {
        View view = onFx(() -> new ScoresView(workbench, background));
        ask("How do transformers handle long sequences?");
        shown(view);
        String copied = onFx(() -> {
            workbench.prefix().set(100);
            ((NumberTable<?>) Objects.requireNonNull(view.node().lookup(".number-table"))).copy();
            return Clipboard.getSystemClipboard().getString();
        });

        assertThat(copied.lines()).hasSize(3);
        assertThat(copied).startsWith("document\td = 100\t8\t16\t32\t64\t128\t256\t384\n1 ● ");
    }

    @Test
    void theGapOpensOnTheExerciseWhateverTheQuery() {
        View view = onFx(() -> new GapView(workbench, background, RealSubjects::encode));
        ask("How do transformers handle long sequences?");
        Chart chart = shown(view);

        ComboBox<?> question = (ComboBox<?>) Objects.requireNonNull(onFx(() -> view.node().lookup(".question-choice")));
        assertThat(((GapQuestion) question.getValue()).related()).hasSize(5);
        assertThat(((GapQuestion) question.getValue()).unrelated()).hasSize(5);
        assertThat(chart.legend()).extracting(entry -> entry.label())
                .contains("mean of 5 related", "mean of 5 unrelated");
    }

    @Test
    void aHiddenViewAsksForNothingUntilItIsShown() {
        View view = onFx(() -> new StabilityView(workbench, background));
        StackPane tab = onFx(() -> {
            StackPane parent = new StackPane(view.node());
            parent.setVisible(false);
            return parent;
        });
        ask("How do transformers handle long sequences?");
        pulses();
        assertThat(background.jobs).isZero();

        onFx(() -> {
            tab.setVisible(true);
            return null;
        });
        assertThat(shown(view).series()).hasSize(4);
        assertThat(background.jobs).isEqualTo(1);
    }

    @Test
    void movingThePrefixAsksForNothing() {
        List<View> views = onFx(() -> Views.all(workbench, background, RealSubjects::encode));
        ask("How do transformers handle long sequences?");
        views.forEach(this::shown);
        int jobs = background.jobs;

        onFx(() -> {
            for (int d = 1; d <= 100; d++) {
                workbench.prefix().set(d);
            }
            return null;
        });
        pulses();

        assertThat(background.jobs).isEqualTo(jobs);
        assertThat(views)
                .allSatisfy(view -> assertThat(view.charts().getFirst().prefixProperty().get()).isEqualTo(100));
    }

    @Test
    void withoutASubjectAViewSaysWhatToDo() {
        for (View view : onFx(() -> Views.all(workbench, background, RealSubjects::encode))) {
            pulses();
            Node empty = Objects.requireNonNull(view.node().lookup(".empty-state"));
            assertThat(empty.isVisible()).isTrue();
        }
        assertThat(background.jobs).isZero();
    }

    private void ask(String query) {
        onFx(() -> {
            var subject = RealSubjects.of(Side.A, "lesson", query);
            workbench.judged()
                    .set(subject.embedded()
                            .corpus()
                            .queries()
                            .stream()
                            .filter(each -> each.text().equals(query))
                            .findFirst()
                            .orElse(new JudgedQuery("none", query, Map.of())));
            workbench.subject(Side.A).set(subject);
            return null;
        });
    }

    private Chart shown(View view) {
        try {
            WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> onFx(() -> view.charts().getFirst().chart() != null));
        } catch (java.util.concurrent.TimeoutException e) {
            throw new AssertionError(view.name() + " shows no chart", e);
        }
        return Objects.requireNonNull(onFx(() -> view.charts().getFirst().chart()));
    }

    private static void pulses() {
        WaitForAsyncUtils.waitForFxEvents(5);
    }

    private static <T> T onFx(java.util.concurrent.Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(30_000, work);
    }
}
