package org.matryoscope.app.panel;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import javafx.beans.binding.Bindings;
import javafx.scene.control.ChoiceBox;
import javafx.scene.layout.FlowPane;

/** Chooses the columns of the labels, coarse to fine: a box a level, and an empty one for another. */
final class LevelChoice extends FlowPane {
    /** What it chooses, in words. */
    static final String NAME = "Labels, coarse to fine";

    private static final String NONE = "none";
    private static final double USUAL_WIDTH = 600;

    private final List<String> columns;
    private List<String> chosen;

    LevelChoice(List<String> columns, List<String> proposed) {
        this.columns = columns;
        chosen = proposed;
        getStyleClass().add("level-choice");
        // A grid asks for the height at this length, not at the width that it gives; before it gives one, most choices fit a line.
        prefWrapLengthProperty()
                .bind(Bindings.when(widthProperty().greaterThan(0)).then(widthProperty()).otherwise(USUAL_WIDTH));
        build();
    }

    /** The columns chosen, coarse to fine. */
    List<String> chosen() {
        return chosen;
    }

    private void build() {
        getChildren().clear();
        for (int level = 0; level <= Math.min(chosen.size(), columns.size() - 1); level++) {
            getChildren().add(box(level));
        }
    }

    private ChoiceBox<String> box(int level) {
        ChoiceBox<String> box = new ChoiceBox<>();
        box.setId("column-level-" + (level + 1));
        box.setAccessibleText("Label level %d column".formatted(level + 1));
        List<String> free = columns.stream()
                .filter(column -> chosen.indexOf(column) < 0 || chosen.indexOf(column) == level)
                .toList();
        box.getItems().setAll(Stream.concat(Stream.of(NONE), free.stream()).toList());
        box.getSelectionModel().select(level < chosen.size() ? free.indexOf(chosen.get(level)) + 1 : 0);
        box.getSelectionModel()
                .selectedIndexProperty()
                .addListener((property, old, now) -> choose(level,
                        now.intValue() < 1 ? List.of() : List.of(free.get(now.intValue() - 1))));
        return box;
    }

    private void choose(int level, List<String> column) {
        List<String> next = new ArrayList<>(chosen);
        if (level < next.size()) {
            next.remove(level);
        }
        next.addAll(level, column);
        chosen = List.copyOf(next);
        build();
        getChildren().get(Math.min(level, getChildren().size() - 1)).requestFocus();
    }
}
