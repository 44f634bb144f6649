package org.matryoscope.app.view;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.StackPane;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import org.matryoscope.app.session.ContenderList;
import org.matryoscope.app.state.Workbench;
import org.matryoscope.app.task.Background;
import org.matryoscope.app.task.DirectBackground;
import org.matryoscope.base.Progress;
import org.matryoscope.chart.Chart;
import org.matryoscope.question.Question;
import org.matryoscope.question.Questions;
import org.matryoscope.question.RealSubjects;
import org.matryoscope.question.RotationChoice;
import org.matryoscope.question.Side;
import org.matryoscope.question.lab.LabQuestion;
import org.matryoscope.rotation.RotationKind;
import org.matryoscope.study.RotatedVectors;

import static org.assertj.core.api.Assertions.assertThat;

/** What the views ask, and when, with the built-in model and the lesson. */
class QuestionViewTest {
    private static final Set<String> WANT_MORE_TEXTS = Set.of("fingerprint", "rotation", "lab");
    private static final String EXERCISE = "How do vaccines protect us from disease?";
    private static final String TRANSFORMERS = "How do transformers handle long sequences?";

    private final Workbench workbench = new Workbench();
    private final ContenderList contenders = new ContenderList(workbench, RotatedVectors.IN_MEMORY);
    private final CountingBackground background = new CountingBackground();
    private String asked = "";

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

    private QuestionView view(String name) {
        return onFx(() -> new QuestionView(
                Questions.ALL.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow(), workbench,
                background, query -> asked = query, part -> {
                }));
    }

    /** All questions that the lesson answers. */
    private List<QuestionView> all() {
        return Questions.ALL.stream()
                .map(Question::name)
                .filter(name -> !WANT_MORE_TEXTS.contains(name))
                .map(this::view)
                .toList();
    }

    @Test
    void theLessonOpensWithItsRelevantAndItsIrrelevantText() {
        QuestionView view = view("scores");
        ask(TRANSFORMERS);
        Chart chart = shown(view);

        assertThat(chart.series().toList()).extracting(series -> series.style().marker().name())
                .containsExactly("CIRCLE", "CROSS");
        assertThat(chart.table().csv().lines()).hasSize(385);
    }

    @Test
    void withoutNormTheDotProductsAreShownWithTheCosines() {
        QuestionView view = view("scores");
        ask(TRANSFORMERS);
        shown(view);
        onFx(() -> {
            workbench.renormalise().set(false);
            return true;
        });
        pulses();
        Chart chart = shown(view);

        assertThat(chart.y().label()).isEqualTo("dot product");
        assertThat(chart.summary()).startsWith("Without re-normalising");
        assertThat(chart.series().toList()).hasSize(4);
    }

    @Test
    void theNumbersFoldOutAndCopyAsText() {
        QuestionView view = view("scores");
        ask(TRANSFORMERS);
        shown(view);
        String copied = onFx(() -> {
            // Scroll panes show what is in them only in a scene.
            new Scene(new StackPane(view.node())).getRoot().applyCss();
            ((ToggleButton) Objects.requireNonNull(view.node().lookup(".foldout-toggle"))).fire();
            workbench.prefix().set(100);
            return "";
        });
        pulses();
        copied += onFx(() -> {
            view.node().applyCss();
            NumberTable.copy(view.node().lookupAll(".number-table-box").stream().map(NumberTable.class::cast).toList());
            return Clipboard.getSystemClipboard().getString();
        });

        assertThat(copied.lines().toList()).hasSizeGreaterThan(3)
                .first()
                .isEqualTo("document\td = 8\td = 16\td = 32\td = 64\td = 100\td = 128\td = 256\td = 384");
    }

    @Test
    void theGapAnswersTheQueryAskedOrOffersThoseItCanAnswer() {
        QuestionView view = view("gap");
        ask(EXERCISE);
        assertThat(shown(view).legend()).extracting(entry -> entry.label()).contains("mean of 5 related");

        ask("something nobody judged");
        pulses();
        Hyperlink offered = (Hyperlink) Objects.requireNonNull(onFx(() -> view.node().lookup(".hyperlink")));
        onFx(() -> {
            offered.fire();
            return true;
        });
        assertThat(asked).isEqualTo(EXERCISE);
    }

    @Test
    void aHiddenViewAsksForNothingUntilItIsShown() {
        QuestionView view = view("stability");
        StackPane tab = onFx(() -> {
            StackPane parent = new StackPane(view.node());
            parent.setVisible(false);
            return parent;
        });
        ask(TRANSFORMERS);
        pulses();
        assertThat(background.jobs).isZero();

        onFx(() -> {
            tab.setVisible(true);
            return true;
        });
        assertThat(shown(view).series().toList()).hasSize(1);
        assertThat(background.jobs).isEqualTo(1);
    }

    @Test
    void aContenderThatIsAddedIsDrawnByEveryQuestion() {
        List<QuestionView> views = all();
        ask(EXERCISE);
        views.forEach(this::shown);
        onFx(() -> contenders.added().add(new ContenderList.Added(Side.A, RotationChoice.of(RotationKind.PCA))));
        pulses();
        for (QuestionView view : views) {
            assertThat(shown(view).table().csv()).as(view.question().name())
                    .satisfiesAnyOf(csv -> assertThat(csv).contains("A PCA"),
                            csv -> assertThat(view.question().name()).isEqualTo("bump"));
        }
    }

    @Test
    void anotherQueryOverTheSameVectorsDoesNotAskForTheirEnergyAgain() {
        QuestionView view = view("energy");
        ask(EXERCISE);
        shown(view);
        int jobs = background.jobs;
        onFx(() -> {
            var before = Objects.requireNonNull(workbench.subject(Side.A).get());
            var other = RealSubjects.of(Side.A, "lesson", TRANSFORMERS).query();
            workbench.subject(Side.A)
                    .set(new org.matryoscope.question.Subject(Side.A, before.texts(), other, before.means()));
            return true;
        });
        pulses();
        assertThat(background.jobs).isEqualTo(jobs);
    }

    @Test
    void movingThePrefixAsksForNothing() {
        List<QuestionView> views = all();
        ask(EXERCISE);
        views.forEach(this::shown);
        int jobs = background.jobs;

        onFx(() -> {
            for (int d = 1; d <= 100; d++) {
                workbench.prefix().set(d);
            }
            return true;
        });
        pulses();

        assertThat(background.jobs).isEqualTo(jobs);
        assertThat(views).allSatisfy(view -> assertThat(view.chart().prefixProperty().get()).isEqualTo(100));
    }

    @Test
    void withoutASubjectAViewSaysWhatToDo() {
        for (QuestionView view : all()) {
            pulses();
            Node empty = Objects.requireNonNull(view.node().lookup(".empty-state"));
            assertThat(empty.isVisible()).isTrue();
        }
        assertThat(background.jobs).isZero();
    }

    @Test
    void theLabGivesItsMapAndItsWeightsAskForNothing() throws TimeoutException {
        QuestionView lab = view("lab");
        onFx(() -> {
            lab.choices().set(lab.choices().get().with(LabQuestion.STEPS, 20));
            workbench.subject(Side.A)
                    .set(RealSubjects.of(Side.A, "encyclopedia", "where do the chemical elements come from"));
            return true;
        });
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> onFx(() -> lab.made().get() != null));
        assertThat(Objects.requireNonNull(lab.made().get()).map().dimension()).isEqualTo(384);
        int jobs = background.jobs;
        onFx(() -> {
            lab.choices()
                    .set(lab.choices()
                            .get()
                            .with(LabQuestion.WEIGHTS, List.of(4.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0))
                            .with(LabQuestion.PACE, 10));
            return true;
        });
        pulses();
        assertThat(background.jobs).as("live options ask for nothing").isEqualTo(jobs);
        onFx(() -> {
            lab.askAgain();
            return true;
        });
        pulses();
        assertThat(background.jobs).isEqualTo(jobs + 1);
    }

    private void ask(String query) {
        onFx(() -> {
            workbench.subject(Side.A).set(RealSubjects.of(Side.A, "lesson", query));
            return true;
        });
    }

    private Chart shown(QuestionView view) {
        try {
            WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> onFx(() -> view.chart().chart() != null));
        } catch (TimeoutException e) {
            throw new AssertionError(view.question().name() + " shows no chart", e);
        }
        return Objects.requireNonNull(onFx(() -> view.chart().chart()));
    }

    private static void pulses() {
        WaitForAsyncUtils.waitForFxEvents(5);
    }

    private static <T> T onFx(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(30_000, work);
    }
}
