package org.matryoscope.app.view;

import java.util.EnumMap;
import java.util.Map;

import javafx.beans.Observable;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import org.matryoscope.app.chart.ChartPane;
import org.matryoscope.app.state.Side;
import org.matryoscope.app.state.Subject;
import org.matryoscope.app.state.Workbench;
import org.matryoscope.app.task.Background;
import org.matryoscope.app.task.OncePerPulse;

/** What the views have in common: a bar of choices over charts, an empty state, and asking once a pulse at most. */
abstract class ChartView implements View {
    private final String name;
    private final String title;
    private final Workbench workbench;
    private final Background background;
    private final FlowPane bar = new FlowPane();
    private final VBox content = new VBox(bar);
    private final Label empty = new Label("Choose a model and a corpus, and type a query.");
    private final StackPane root = new StackPane(content, empty);
    private final OncePerPulse refresh = new OncePerPulse(this::refresh);
    /** A tab pane hides the parents of what is in unselected tabs. */
    private final ObservableValue<Boolean> onScreen = root.parentProperty().flatMap(Node::visibleProperty).orElse(true);
    private boolean stale;

    ChartView(String name, String title, Workbench workbench, Background background) {
        this.name = name;
        this.title = title;
        this.workbench = workbench;
        this.background = background;
        root.getStylesheets().add(ChartPane.STYLESHEET);
        root.getStyleClass().addAll("chart-view", name + "-view");
        root.setMinWidth(0);
        content.getStyleClass().add("chart-view-content");
        content.setVisible(false);
        bar.getStyleClass().add("chart-view-bar");
        bar.managedProperty().bind(javafx.beans.binding.Bindings.isNotEmpty(bar.getChildren()));
        empty.getStyleClass().add("empty-state");
        empty.setWrapText(true);
        onScreen.addListener((property, was, is) -> {
            if (is && stale) {
                refresh.request();
            }
        });
        observe(workbench.subject(Side.A), workbench.subject(Side.B));
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final String title() {
        return title;
    }

    @Override
    public final Node node() {
        return root;
    }

    /** Asks for fresh answers; runs on the FX thread, at most once a pulse and only on screen. */
    abstract void ask(Sided<Subject> subjects);

    final Workbench workbench() {
        return workbench;
    }

    final Background background() {
        return background;
    }

    /** Has the view ask again whenever one of these changes. */
    final void observe(Observable... inputs) {
        for (Observable input : inputs) {
            input.addListener(observable -> invalidate());
        }
        invalidate();
    }

    final void invalidate() {
        stale = true;
        if (onScreen.getValue()) {
            refresh.request();
        }
    }

    /** Returns a new chart whose moving line is at the shared d. */
    final ChartPane newChart() {
        ChartPane pane = new ChartPane();
        pane.prefixProperty().bindBidirectional(workbench.prefix());
        return pane;
    }

    /** Adds a control to the bar over the charts. */
    final void addChoice(Node control) {
        bar.getChildren().add(control);
    }

    /** Adds something below what is there; it takes all free height if told to. */
    final void addContent(Node node, boolean grows) {
        VBox.setVgrow(node, grows ? Priority.ALWAYS : Priority.NEVER);
        content.getChildren().add(node);
    }

    /** Shows the charts, now that there is something to show. */
    final void reveal() {
        content.setVisible(true);
        empty.setVisible(false);
    }

    /** Shows a text in place of charts. */
    final void showEmpty(String text) {
        empty.setText(text);
        content.setVisible(false);
        empty.setVisible(true);
    }

    private void refresh() {
        if (!onScreen.getValue() || !stale) {
            return;
        }
        stale = false;
        @Nullable
        Subject a = workbench.subject(Side.A).get();
        if (a == null) {
            showEmpty("Choose a model and a corpus, and type a query.");
            return;
        }
        Map<Side, Subject> subjects = new EnumMap<>(Side.class);
        subjects.put(Side.A, a);
        @Nullable
        Subject b = workbench.subject(Side.B).get();
        if (b != null) {
            subjects.put(Side.B, b);
        }
        ask(new Sided<>(subjects));
    }
}
