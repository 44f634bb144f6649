package org.matryoscope.app.ranking;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import org.matryoscope.app.state.Workbench;
import org.matryoscope.base.Count;
import org.matryoscope.question.Side;
import org.matryoscope.question.Subject;
import org.matryoscope.retrieval.RankingAt;

/** The ranking at the prefix beside the order at full dimension (or beside model B): a virtual list whose rows slide. */
public final class RankingPane extends VBox {
    private static final double ROW_HEIGHT_EM = 3.4;

    private final Workbench workbench;
    private final ObjectProperty<Beside> beside = new SimpleObjectProperty<>(this, "beside", Beside.FULL_DIMENSION);
    private final RankingHeader header = new RankingHeader(this::switchBeside);
    private final ListView<Integer> rows = new ListView<>();
    private final Label excluded = new Label();
    private final List<RankingCell> cells = new ArrayList<>();
    private final RowSelection selection;
    private final RowSlide slide = new RowSlide();
    private final IntConsumer onAsk;
    private @Nullable RankedList shown;

    /**
     * Builds the list.
     *
     * @param workbench whose rankings it shows and whose selection it sets
     * @param onAsk takes the row whose vector the user wants to ask with
     */
    public RankingPane(Workbench workbench, IntConsumer onAsk) {
        this.workbench = workbench;
        this.onAsk = onAsk;
        getStyleClass().add("ranking");
        rows.setId("ranking");
        rows.setAccessibleText("Documents, best first");
        rows.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        rows.setCellFactory(list -> newCell());
        rows.setPlaceholder(new Label("The ranking appears here when the model and the texts are ready."));
        header.onTextSize(em -> rows.setFixedCellSize(Math.rint(em * ROW_HEIGHT_EM)));
        excluded.getStyleClass().add("notice-line");
        excluded.setWrapText(true);
        excluded.managedProperty().bind(excluded.visibleProperty());
        VBox.setVgrow(rows, Priority.ALWAYS);
        getChildren().addAll(header, rows, excluded);
        selection = new RowSelection(workbench, rows.getSelectionModel());
        workbench.selection().subscribe(list -> cells().forEach(RankingCell::refresh));
        workbench.judged().subscribe(judged -> update());
        workbench.ranking(Side.A).subscribe(ranking -> update());
        workbench.ranking(Side.B).subscribe(ranking -> update());
        workbench.subject(Side.A).subscribe(subject -> showExcluded(subject));
        beside.subscribe(value -> update());
    }

    private void switchBeside() {
        beside.set(beside.get() == Beside.FULL_DIMENSION ? Beside.MODEL_B : Beside.FULL_DIMENSION);
    }

    private void update() {
        Subject subject = workbench.subject(Side.A).get();
        RankingAt ranking = workbench.ranking(Side.A).get();
        if (subject == null || ranking == null) {
            shown = null;
            rows.setItems(FXCollections.emptyObservableList());
            header.show("Ranking", "", false, 0);
            return;
        }
        RankedList next = list(subject, ranking);
        List<RankingCell> cells = cells();
        double height = rows.getFixedCellSize();
        RankedList previous = shown;
        Map<Integer, Double> before = previous == null || !sameTexts(previous, next)
                ? Map.of()
                : slide.drawnAt(cells, previous, height);
        shown = next;
        if (rows.getItems().size() != next.size()) {
            rows.setItems(FXCollections.observableList(new Places(next.size())));
        }
        cells.forEach(RankingCell::refresh);
        selection.follow(next);
        slide.start(cells, next, height, before);
        showHeader(next);
    }

    private RankedList list(Subject subject, RankingAt ranking) {
        RankingAt b = workbench.ranking(Side.B).get();
        boolean withB = beside.get() == Beside.MODEL_B && b != null;
        return withB
                ? new RankedList(subject, ranking, b.order(), b.score(), workbench.judged().get())
                : new RankedList(subject, ranking, ranking.fullOrder(), ranking.fullScore(), workbench.judged().get());
    }

    // The same object: rows of one corpus are told apart from rows of another, without comparing all texts.
    @SuppressWarnings("ReferenceEquality")
    private static boolean sameTexts(RankedList one, RankedList other) {
        return one.subject().texts().corpus() == other.subject().texts().corpus();
    }

    private void showHeader(RankedList list) {
        RankingAt ranking = list.ranking();
        int dimension = list.subject().dimension();
        String measure = ranking.renormalised() ? "cosine" : "dot product, not re-normalised";
        RankingAt b = workbench.ranking(Side.B).get();
        header.show("At d = %d of %d (%s)".formatted(ranking.d(), dimension, measure),
                beside.get() == Beside.MODEL_B && b != null
                        ? "Model B at d = " + b.d()
                        : "Full order (d = %d)".formatted(dimension),
                b != null, list.size());
    }

    private void showExcluded(@Nullable Subject subject) {
        int count = subject == null ? 0 : subject.texts().store().excluded().size();
        excluded.setVisible(count > 0);
        if (subject != null && count > 0) {
            var first = subject.texts().store().excluded().getFirst();
            excluded.setText("%s %s left out, because there is no usable vector (%s: %s)".formatted(Count.of(count),
                    count == 1 ? "text is" : "texts are", subject.texts().corpus().documents().get(first.row()).id(),
                    first.reason()));
        }
    }

    private List<RankingCell> cells() {
        return cells.stream().filter(cell -> !cell.isEmpty() && cell.getScene() != null).toList();
    }

    private RankingCell newCell() {
        RankingCell cell = new RankingCell(() -> shown, row -> workbench.selection().get().contains(row), onAsk);
        cells.add(cell);
        return cell;
    }
}
