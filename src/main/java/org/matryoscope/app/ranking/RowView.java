package org.matryoscope.app.ranking;

import java.util.function.IntConsumer;

import javafx.css.PseudoClass;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/** One row of the list: the document at a place of the ranking, and beside it the one at that place of the other order. */
final class RowView extends Region {
    private static final PseudoClass TRACED = PseudoClass.getPseudoClass("traced");
    private static final PseudoClass OF_B = PseudoClass.getPseudoClass("b");

    private final RowHalf ranked = new RowHalf();
    private final RowHalf beside = new RowHalf();
    private int places;
    private int besideRow = -1;

    /**
     * Builds an empty row.
     *
     * @param onBeside takes the row of the document beside, when it is pressed
     */
    RowView(IntConsumer onBeside) {
        getStyleClass().add("row-view");
        ranked.getStyleClass().add("sliding");
        beside.getStyleClass().add("beside");
        beside.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            if (besideRow >= 0) {
                onBeside.accept(besideRow);
                event.consume();
            }
        });
        getChildren().addAll(beside, ranked);
    }

    /** The half that slides to its new place. */
    Region sliding() {
        return ranked;
    }

    /** Shows the place of a ranking. */
    void show(RankedList list, int position, boolean besideSelected) {
        int row = list.rowAt(position);
        places = list.size();
        ranked.show(list, row, position, list.move(position), list.ranking().score()[row]);
        besideRow = list.hasBeside(position) ? list.beside().rowAt(position) : -1;
        beside.setVisible(besideRow >= 0);
        beside.pseudoClassStateChanged(OF_B, list.beside().moves());
        if (besideRow >= 0) {
            beside.show(list, besideRow, position, list.beside().moves() ? list.beside().move(position) : null,
                    list.beside().score()[besideRow]);
        }
        pseudoClassStateChanged(TRACED, besideSelected);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        Columns at = new Columns(getWidth(), ranked.em(), places);
        ranked.resizeRelocate(0, 0, at.half(), getHeight());
        ranked.layOut(at);
        beside.resizeRelocate(at.beside(), 0, at.half(), getHeight());
        beside.layOut(at);
    }
}
