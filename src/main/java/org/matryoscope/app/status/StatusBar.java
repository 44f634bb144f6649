package org.matryoscope.app.status;

import java.util.concurrent.TimeUnit;

import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;

import atlantafx.base.theme.Styles;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import org.matryoscope.app.state.Workbench;
import org.matryoscope.app.task.TaskInfo;
import org.matryoscope.base.Count;
import org.matryoscope.question.Side;
import org.matryoscope.question.Subject;
import org.matryoscope.study.VectorOrigin;

/** The line at the bottom: work under way with its progress, what to know about the texts, frame time, how the
 * vectors are stored, number of texts. */
public final class StatusBar extends HBox {
    /** Shorter work is not mentioned. */
    private static final Duration MENTION_AFTER = Duration.millis(250);

    private final ObservableList<TaskInfo> tasks;
    private final Label title = new Label();
    private final ProgressBar progress = new ProgressBar();
    private final Button cancel = new Button("Cancel", new FontIcon(Feather.X));
    private final HBox work = new HBox(title, progress, cancel);
    private final Label notice = new Label();
    private final Label documents = new Label();
    private final FrameMeter meter = new FrameMeter();
    private final PauseTransition mention = new PauseTransition(MENTION_AFTER);
    private @Nullable TaskInfo shown;

    /**
     * Builds the bar.
     *
     * @param workbench whose corpus and movement it reports
     * @param tasks the work under way, oldest first
     */
    public StatusBar(Workbench workbench, ObservableList<TaskInfo> tasks) {
        this.tasks = tasks;
        getStyleClass().add("status-line");
        setAlignment(Pos.CENTER_LEFT);
        buildWork();
        Label frames = new Label();
        frames.setId("frame-time");
        frames.textProperty().bind(meter.text());
        frames.setMinWidth(Region.USE_PREF_SIZE);
        notice.setId("text-notice");
        documents.setId("document-count");
        documents.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(work, gap, notice, frames, new FormatMenu(workbench), documents);
        tasks.addListener((ListChangeListener<TaskInfo>) change -> showOldest());
        mention.setOnFinished(e -> showOldest());
        sceneProperty().subscribe(meter::watch);
        workbench.prefix().subscribe((before, now) -> meter.moved());
        workbench.subject(Side.A).subscribe(this::showCorpus);
        showOldest();
    }

    private void buildWork() {
        work.getStyleClass().add("work");
        work.setAlignment(Pos.CENTER_LEFT);
        title.setId("task-title");
        progress.setId("task-progress");
        progress.setAccessibleText("Progress");
        cancel.setId("task-cancel");
        cancel.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        cancel.setMinWidth(Region.USE_PREF_SIZE);
        cancel.setOnAction(e -> {
            if (shown != null) {
                shown.cancel();
            }
        });
    }

    /** Shows the oldest work that has lasted long enough to be mentioned. */
    private void showOldest() {
        mention.stop();
        TaskInfo oldest = tasks.isEmpty() ? null : tasks.getFirst();
        double age = oldest == null
                ? 0
                : (double) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - oldest.startedNanos());
        if (oldest != null && age < MENTION_AFTER.toMillis()) {
            mention.setDuration(MENTION_AFTER.subtract(Duration.millis(age)));
            mention.playFromStart();
            oldest = null;
        }
        shown = oldest;
        work.setVisible(oldest != null);
        progress.progressProperty().unbind();
        if (oldest != null) {
            progress.progressProperty().bind(oldest.progressProperty());
            TaskInfo task = oldest;
            title.textProperty().bind(Bindings.createStringBinding(() -> describe(task), task.progressProperty()));
            cancel.setAccessibleText("Cancel: " + task.title());
        } else {
            title.textProperty().unbind();
            title.setText("");
        }
    }

    private static String describe(TaskInfo task) {
        double fraction = task.progressProperty().get();
        return fraction < 0 ? task.title() + " …" : "%s … %.0f %%".formatted(task.title(), fraction * 100);
    }

    private void showCorpus(@Nullable Subject subject) {
        int texts = subject == null ? 0 : subject.texts().corpus().documents().size();
        documents.setText(subject == null ? "" : texts == 1 ? "1 text" : Count.of(texts) + " texts");
        int cut = subject == null ? 0 : subject.texts().cut().length;
        notice.setText(cut == 0
                ? ""
                : "%s %s longer than the model takes and cut".formatted(Count.of(cut),
                        cut == 1 ? "text was" : "texts were"));
        notice.setTooltip(subject != null && cut > 0 && subject.texts().origin() instanceof VectorOrigin.Model made
                ? new Tooltip(cutTexts(subject, made.profile().maxLength().value()))
                : null);
    }

    private static String cutTexts(Subject subject, int maxLength) {
        int mentioned = Math.min(10, subject.texts().cut().length);
        StringBuilder names = new StringBuilder("Longer than %d tokens:".formatted(maxLength));
        for (int i = 0; i < mentioned; i++) {
            names.append("\n").append(subject.texts().corpus().documents().get(subject.texts().cut()[i]).id());
        }
        if (mentioned < subject.texts().cut().length) {
            names.append("\n…");
        }
        return names.toString();
    }
}
