package org.matryoscope.app.ranking;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntConsumer;

import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import org.matryoscope.app.state.Beside;
import org.matryoscope.app.state.Workbench;
import org.matryoscope.app.task.Background;
import org.matryoscope.base.Count;
import org.matryoscope.question.Side;
import org.matryoscope.question.Subject;
import org.matryoscope.retrieval.RankingAt;

/** The ranking at the prefix beside the order at full dimension (or beside model B): a virtual list whose rows slide. */
public final class RankingPane extends VBox {
    private static final double ROW_HEIGHT_EM = 3.4;

    private final Workbench workbench;
    private final RankingHeader header;
    private final ListView<Integer> rows = new ListView<>();
    private final Label excluded = new Label();
    private final List<RankingCell> cells = new ArrayList<>();
    private final RowSelection selection;
    private final RowSlide slide = new RowSlide();
    private final RowActions actions;
    private @Nullable RankedList shown;

    /**
     * Builds the list.
     *
     * @param workbench whose rankings it shows and whose selection it sets
     * @param background ranks a document that is looked at closely
     * @param onAsk takes the row whose vector the user wants to ask with
     */
    public RankingPane(Workbench workbench, Background background, IntConsumer onAsk) {
        this.workbench = workbench;
        header = new RankingHeader(workbench.beside());
        actions = actions(new TextCard(workbench, background), onAsk);
        getStyleClass().add("ranking");
        rows.setId("ranking");
        rows.setAccessibleText("Documents, best first");
        rows.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        rows.setCellFactory(list -> newCell());
        rows.setOnKeyPressed(this::describeSelected);
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
        workbench.beside().subscribe(value -> update());
    }

    private RowActions actions(TextCard card, IntConsumer onAsk) {
        return new RowActions() {
            @Override
            public void select(int row) {
                workbench.selection().set(List.of(row));
            }

            @Override
            public void ask(int row) {
                onAsk.accept(row);
            }

            @Override
            public void describe(int row, Node beside) {
                RankedList list = shown;
                if (list != null) {
                    card.show(list, row, beside);
                }
            }
        };
    }

    /** Enter on a row shows its whole text, as a double click does. */
    private void describeSelected(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            int place = rows.getSelectionModel().getSelectedIndex();
            RankedList list = shown;
            cells().stream()
                    .filter(cell -> cell.getIndex() == place)
                    .findFirst()
                    .filter(cell -> list != null && place < list.size())
                    .ifPresent(cell -> actions.describe(Objects.requireNonNull(list).rowAt(place), cell));
            event.consume();
        }
    }

    private void update() {
        Subject subject = workbench.subject(Side.A).get();
        RankingAt ranking = workbench.ranking(Side.A).get();
        if (subject == null || ranking == null) {
            shown = null;
            rows.setItems(FXCollections.emptyObservableList());
            header.show("Ranking", "", "", "", 0);
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
        Reference reference = workbench.beside().get() == Beside.MODEL_B && b != null
                ? Reference.of(b)
                : Reference.atFullSize(ranking, subject.dimension());
        return new RankedList(subject, ranking, reference, workbench.judged().get());
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
        header.show("A at " + ranking.d(), "At d = %d of %d (%s)".formatted(ranking.d(), dimension, measure),
                Reference.atFullSize(ranking, dimension).title(), b == null ? "" : Reference.of(b).title(),
                list.size());
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
        RankingCell cell = new RankingCell(() -> shown, row -> workbench.selection().get().contains(row), actions);
        cells.add(cell);
        return cell;
    }
}
