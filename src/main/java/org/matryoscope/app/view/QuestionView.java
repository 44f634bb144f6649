package org.matryoscope.app.view;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import org.matryoscope.app.chart.ChartPane;
import org.matryoscope.app.state.Workbench;
import org.matryoscope.app.task.Background;
import org.matryoscope.app.task.OncePerPulse;
import org.matryoscope.question.Answer;
import org.matryoscope.question.Asking;
import org.matryoscope.question.Choices;
import org.matryoscope.question.CommonOptions;
import org.matryoscope.question.Contender;
import org.matryoscope.question.Finding;
import org.matryoscope.question.MadeMap;
import org.matryoscope.question.Part;
import org.matryoscope.question.Prefixes;
import org.matryoscope.question.Question;
import org.matryoscope.question.Reply;
import org.matryoscope.question.Unanswered;

/**
 * Shows any question: its finding, its options, its chart, and folded away beneath its numbers and how they were measured. It
 * asks when it is on screen and something that the answer depends on has changed, at most once a pulse.
 */
public final class QuestionView {
    /** What was asked, and what came of it. */
    private record Answered(Asking asking, Reply reply) {}

    private final Question question;
    private final Workbench workbench;
    private final Background background;
    private final ObjectProperty<Choices> choices = new SimpleObjectProperty<>(this, "choices", Choices.INITIAL);
    private final FindingPane finding = new FindingPane();
    private final ChartPane chart = new ChartPane();
    private final PartsPane parts;
    private final Foldout foldout = new Foldout();
    private final HBox foot = new HBox();
    private final VBox content;
    private final EmptyState empty;
    private final StackPane root;
    private final OncePerPulse refresh = new OncePerPulse(this::refresh);
    private final OncePerPulse renumber = new OncePerPulse(this::showNumbers);
    /** A tab pane hides the parents of what is in unselected tabs. */
    private final ObservableValue<Boolean> onScreen;
    /** The same for questions that look at them while they are answered, on other threads. */
    private volatile Choices live = Choices.INITIAL;
    private final ReadOnlyObjectWrapper<@Nullable MadeMap> made = new ReadOnlyObjectWrapper<>(this, "made");
    private boolean stale;
    private @Nullable AskingKey asked;
    private @Nullable AskingKey answeredKey;
    private @Nullable Answered answered;

    /**
     * Creates the view.
     *
     * @param question what to ask
     * @param workbench the shared state
     * @param background computes
     * @param askQuery asks a query that the question offers, in place of the present one
     * @param open opens the question of an answer that this one was drawn from
     */
    public QuestionView(Question question, Workbench workbench, Background background, Consumer<String> askQuery,
            Consumer<Part> open) {
        this.question = question;
        this.workbench = workbench;
        this.background = background;
        chart.prefixProperty().bindBidirectional(workbench.prefix());
        parts = new PartsPane(workbench.prefix(), open);
        parts.managedProperty().bind(parts.visibleProperty());
        chart.managedProperty().bind(chart.visibleProperty());
        chart.visibleProperty().bind(parts.visibleProperty().not());
        parts.setVisible(false);
        VBox.setVgrow(parts, Priority.ALWAYS);
        OptionRow options = new OptionRow(question.options(), question.live(), choices);
        HBox.setHgrow(options, Priority.ALWAYS);
        foot.getChildren().addAll(options, foldout.bar());
        foot.getStyleClass().add("question-foot");
        VBox.setVgrow(chart, Priority.ALWAYS);
        content = new VBox(finding, chart, parts, foot, foldout);
        content.getStyleClass().add("question-content");
        content.setMinWidth(0);
        empty = new EmptyState(askQuery);
        // With large text in a low window all of it is not to be had at once; nothing is cut off then.
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.visibleProperty().bind(content.visibleProperty());
        root = new StackPane(scroll, empty);
        root.getStylesheets().add(ChartPane.STYLESHEET);
        root.getStyleClass().addAll("question-view", question.name() + "-view");
        root.setMinWidth(0);
        onScreen = root.parentProperty().flatMap(Node::visibleProperty).orElse(true);
        onScreen.subscribe(this::requestIfStale);
        observe();
        showEmpty("The answer appears here when a model, texts and a query are ready.");
    }

    private void observe() {
        workbench.contenders().subscribe(this::invalidate);
        workbench.selection().subscribe(this::invalidate);
        workbench.renormalise().subscribe(this::invalidate);
        choices.subscribe(now -> {
            live = now;
            invalidate();
        });
        workbench.prefix().subscribe(renumber::request);
        foldout.shownProperty().subscribe(renumber::request);
    }

    /** Returns the question. */
    public Question question() {
        return question;
    }

    /** What is shown; built once. */
    public Node node() {
        return root;
    }

    /** The chart shown, for export. */
    public ChartPane chart() {
        return chart;
    }

    /** Returns the charts that are seen: this one, or those of the answers that it was drawn from. */
    public List<ChartPane> charts() {
        return parts.isVisible() ? parts.charts() : List.of(chart);
    }

    /** Returns what shows the answers that this one was drawn from; empty where there is one chart. */
    public Optional<Parent> parts() {
        return parts.isVisible() ? Optional.of(parts) : Optional.empty();
    }

    /** Returns the map that the answer made; null where it made none. */
    public ReadOnlyObjectProperty<@Nullable MadeMap> made() {
        return made.getReadOnlyProperty();
    }

    /** Asks again, as if nothing had been answered. */
    public void askAgain() {
        asked = null;
        invalidate();
    }

    /** Puts something beside the options. */
    public void addTool(Node tool) {
        foot.getChildren().add(1, tool);
    }

    /** Leaves only finding and chart. */
    void setPresenting(boolean on) {
        for (Node node : List.of(foot, foldout)) {
            node.setVisible(!on);
            node.setManaged(!on);
        }
    }

    /** The options in force. */
    public ObjectProperty<Choices> choices() {
        return choices;
    }

    private void invalidate() {
        stale = true;
        requestIfStale();
    }

    private void requestIfStale() {
        if (stale && onScreen.getValue()) {
            refresh.request();
        }
    }

    private void refresh() {
        if (!onScreen.getValue() || !stale) {
            return;
        }
        stale = false;
        List<Contender> contenders = workbench.contenders().get();
        if (contenders.isEmpty()) {
            background.cancel(question.name());
            asked = null;
            answered = null;
            showEmpty("The answer appears here when a model, texts and a query are ready.");
            return;
        }
        Asking asking = asking(contenders);
        AskingKey key = AskingKey.of(question, asking);
        if (!key.equals(asked)) {
            ask(asking, key);
        } else if (answered != null) {
            show(answered);
        }
    }

    /** Returns what would be asked now, with this view's options; empty where nothing is open. */
    public Optional<Asking> asking() {
        List<Contender> contenders = workbench.contenders().get();
        return contenders.isEmpty() ? Optional.empty() : Optional.of(asking(contenders));
    }

    private Asking asking(List<Contender> contenders) {
        return new Asking(contenders, workbench.selection().get(), workbench.renormalise().get(), choices.get(),
                () -> live);
    }

    private void ask(Asking asking, AskingKey key) {
        asked = key;
        if (answered == null) {
            showEmpty("Computing: " + question.words());
        }
        Consumer<Reply> soon = reply -> Platform.runLater(() -> {
            // The whole answer may have come before, and another question may have been asked.
            if (key.equals(asked) && !key.equals(answeredKey)) {
                show(new Answered(asking, reply));
            }
        });
        background.latest(question.name(), question.title(), progress -> question.ask(asking, progress, soon),
                reply -> {
                    answeredKey = key;
                    answered = new Answered(asking, reply);
                    show(answered);
                }, failure -> {
                    asked = null;
                    if (answered == null) {
                        showEmpty("There is no answer: the message says why.");
                    }
                });
    }

    private void show(Answered current) {
        made.set(current.reply() instanceof Answer answer ? answer.made().orElse(null) : null);
        switch (current.reply()) {
            case Unanswered none -> empty.show(none.what() + ". " + none.remedy(), none.queries());
            case Answer answer -> {
                Finding found = answer.finding(choices.get());
                finding.show(found);
                chart.show(answer.chart(choices.get()));
                List<Part> drawnFrom = answer.parts(choices.get());
                parts.show(drawnFrom);
                parts.setVisible(drawnFrom.size() > 1);
                foldout.measured(found.details(), answer.measuredOn());
                showNumbers();
            }
        }
        reveal(current.reply() instanceof Answer);
    }

    /** Lists the numbers at d and at the prefixes chosen; only while they are looked at. */
    private void showNumbers() {
        Answered current = answered;
        if (current != null && current.reply() instanceof Answer answer && foldout.showsNumbers()) {
            int[] listed = Prefixes.listed(choices.get().get(CommonOptions.DIMS),
                    current.asking().first().subject().texts().origin());
            foldout.numbers(answer.tables(choices.get(), Prefixes.with(listed, workbench.prefix().get())),
                    workbench.prefix().get());
        }
    }

    private void showEmpty(String text) {
        empty.show(text, List.of());
        reveal(false);
    }

    private void reveal(boolean answer) {
        content.setVisible(answer);
        empty.setVisible(!answer);
    }
}
