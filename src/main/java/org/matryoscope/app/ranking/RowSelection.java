package org.matryoscope.app.ranking;

import java.util.Arrays;
import java.util.List;

import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.scene.control.MultipleSelectionModel;

import org.jspecify.annotations.Nullable;

import org.matryoscope.app.state.Workbench;

/** Ties the list's selected places to the workbench's selected documents, which keep being selected when they move. */
final class RowSelection {
    /** More documents than this make no legible chart. */
    private static final int MOST = 50;

    private final Workbench workbench;
    private final MultipleSelectionModel<Integer> model;
    private @Nullable RankedList list;
    private boolean following;

    RowSelection(Workbench workbench, MultipleSelectionModel<Integer> model) {
        this.workbench = workbench;
        this.model = model;
        model.getSelectedIndices().addListener((ListChangeListener<Integer>) change -> take());
        workbench.selection().subscribe(rows -> follow());
    }

    /** Selects the places where the selected documents now stand. */
    void follow(RankedList shown) {
        list = shown;
        follow();
    }

    private void take() {
        RankedList shown = list;
        if (following || shown == null) {
            return;
        }
        List<Integer> rows = model.getSelectedIndices()
                .stream()
                .filter(place -> place >= 0 && place < shown.size())
                .limit(MOST)
                .map(shown::rowAt)
                .toList();
        following = true;
        workbench.selection().set(rows);
        following = false;
        if (model.getSelectedIndices().size() > rows.size()) {
            // Not now, while the list tells of its own change.
            Platform.runLater(this::follow);
        }
    }

    private void follow() {
        RankedList shown = list;
        if (following || shown == null) {
            return;
        }
        int[] places = places(shown, workbench.selection().get());
        if (Arrays.equals(places, model.getSelectedIndices().stream().mapToInt(i -> i).sorted().toArray())) {
            return;
        }
        following = true;
        model.clearSelection();
        if (places.length > 0) {
            model.selectIndices(places[0], places);
        }
        following = false;
    }

    private static int[] places(RankedList shown, List<Integer> rows) {
        return rows.stream().mapToInt(shown::placeOf).filter(place -> place >= 0).distinct().sorted().toArray();
    }
}
