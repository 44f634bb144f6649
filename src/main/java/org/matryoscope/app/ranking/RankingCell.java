package org.matryoscope.app.ranking;

import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.function.Supplier;

import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A cell of the list; its item is the place, from 0, and what stands there comes from the list shown. */
final class RankingCell extends ListCell<Integer> {
    private static final double TOOLTIP_WIDTH_EM = 36;

    private final Supplier<@Nullable RankedList> shown;
    private final IntPredicate selected;
    private final RowView view;
    private final Tooltip tooltip = new Tooltip();
    private final ContextMenu menu;

    /**
     * Builds an empty cell.
     *
     * @param shown the list shown
     * @param selected whether a row is selected
     * @param actions what can be done with a row
     */
    RankingCell(Supplier<@Nullable RankedList> shown, IntPredicate selected, RowActions actions) {
        this.shown = shown;
        this.selected = selected;
        view = new RowView(actions::select);
        MenuItem show = new MenuItem("Show the whole text", new FontIcon(Feather.FILE_TEXT));
        show.setOnAction(e -> withRow(row -> actions.describe(row, this)));
        MenuItem ask = new MenuItem("Use as query", new FontIcon(Feather.SEARCH));
        ask.setOnAction(e -> withRow(actions::ask));
        menu = new ContextMenu(show, ask);
        setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                withRow(row -> actions.describe(row, this));
            }
        });
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(TOOLTIP_WIDTH_EM * getFont().getSize());
        tooltip.setOnShowing(e -> tooltip.setText(describe()));
    }

    private void withRow(IntConsumer action) {
        RankedList list = shown.get();
        Integer place = getItem();
        if (list != null && place != null && place < list.size()) {
            action.accept(list.rowAt(place));
        }
    }

    RowView view() {
        return view;
    }

    /** Shows what now stands at the cell's place. */
    void refresh() {
        updateItem(getItem(), isEmpty());
    }

    @Override
    protected void updateItem(@Nullable Integer position, boolean empty) {
        super.updateItem(position, empty);
        RankedList list = shown.get();
        if (empty || position == null || list == null || position >= list.size()) {
            setGraphic(null);
            setTooltip(null);
            setContextMenu(null);
            return;
        }
        boolean besideSelected = list.hasBeside(position) && selected.test(list.beside().rowAt(position));
        view.show(list, position, besideSelected);
        setGraphic(view);
        setTooltip(tooltip);
        setContextMenu(menu);
        setAccessibleText("Rank %d, %s%s, score %s: %s".formatted(position + 1,
                list.isQuery(list.rowAt(position)) ? "the query itself, " : "", Scores.moveInWords(list.move(position)),
                Scores.format(list.ranking().score()[list.rowAt(position)]), list.text(list.rowAt(position))));
    }

    private String describe() {
        RankedList list = shown.get();
        Integer position = getItem();
        if (list == null || position == null || position >= list.size()) {
            return "";
        }
        int row = list.rowAt(position);
        var document = list.subject().texts().corpus().documents().get(row);
        String labels = String.join(" › ", document.labels().stream().filter(label -> !label.isEmpty()).toList());
        Integer grade = list.grade(row);
        String judgement = grade == null
                ? ""
                : grade > 0 ? "\n✓ judged relevant (grade " + grade + ")" : "\n✕ judged not relevant";
        String query = list.isQuery(row) ? "\nThis is the query itself." : "";
        return document.text() + query + "\n#" + document.id() + (labels.isEmpty() ? "" : "\n" + labels) + judgement;
    }

    @Override
    protected double computePrefWidth(double height) {
        // As wide as the list: the columns share what there is, and no row asks for a scroll bar.
        return 0;
    }
}
