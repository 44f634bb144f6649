package org.matryoscope.app.view;

import java.util.ArrayList;
import java.util.List;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.matryoscope.question.Table;

/** What folds out beneath a chart: the numbers, or how they were measured. */
final class Foldout extends VBox {
    /** What can be folded out. */
    enum Page {
        NOTHING, NUMBERS, MEASURED
    }

    private final ReadOnlyObjectWrapper<Page> shown = new ReadOnlyObjectWrapper<>(Page.NOTHING);
    private final List<NumberTable> tables = new ArrayList<>();
    private final VBox numbers = new VBox();
    private final HBox bar = new HBox();
    private final Label measured = new Label();
    private final ScrollPane measuredPane = new ScrollPane(measured);
    private final ScrollPane numbersPane = new ScrollPane(numbers);

    Foldout() {
        getStyleClass().add("foldout");
        numbers.getStyleClass().add("foldout-numbers");
        numbersPane.setFitToWidth(true);
        measured.setWrapText(true);
        measured.getStyleClass().add("foldout-measured");
        measuredPane.setFitToWidth(true);
        ToggleGroup group = new ToggleGroup();
        ToggleButton showNumbers = toggle("Numbers", Page.NUMBERS, group);
        ToggleButton showMeasured = toggle("Method", Page.MEASURED, group);
        showMeasured.setTooltip(new Tooltip("How this was measured, and what else was found"));
        Button copy = new Button("Copy numbers");
        copy.setOnAction(event -> copy());
        copy.visibleProperty().bind(showNumbers.selectedProperty());
        copy.managedProperty().bind(copy.visibleProperty());
        bar.getChildren().addAll(copy, showNumbers, showMeasured);
        bar.getStyleClass().add("foldout-bar");
        bar.setMinWidth(USE_PREF_SIZE);
        group.selectedToggleProperty()
                .subscribe(toggle -> shown.set(toggle == null ? Page.NOTHING : (Page) toggle.getUserData()));
        StackPane pages = new StackPane(numbersPane, measuredPane);
        show(numbersPane, Page.NUMBERS);
        show(measuredPane, Page.MEASURED);
        getChildren().add(pages);
    }

    /** Returns the buttons that fold out, to stand wherever there is room. */
    HBox bar() {
        return bar;
    }

    /** What is folded out. */
    ReadOnlyObjectProperty<Page> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Says whether the numbers are looked at, so that they have to be right. */
    boolean showsNumbers() {
        return shown.get() == Page.NUMBERS;
    }

    /**
     * Shows numbers.
     *
     * @param all the tables
     * @param prefix the prefix at which the slider stands
     */
    void numbers(List<Table> all, int prefix) {
        while (tables.size() < all.size()) {
            tables.add(new NumberTable());
        }
        numbers.getChildren().setAll(tables.subList(0, all.size()));
        for (int i = 0; i < all.size(); i++) {
            tables.get(i).show(all.get(i), prefix);
        }
    }

    /**
     * Shows how the numbers came about.
     *
     * @param details sentences
     * @param measuredOn the sentence on what was measured
     */
    void measured(List<String> details, String measuredOn) {
        List<String> all = new ArrayList<>(details);
        all.add(measuredOn);
        measured.setText(String.join("\n", all));
    }

    private void copy() {
        NumberTable.copy(tables.subList(0, numbers.getChildren().size()));
    }

    private void show(Node node, Page page) {
        node.visibleProperty().bind(shown.isEqualTo(page));
        node.managedProperty().bind(node.visibleProperty());
    }

    private static ToggleButton toggle(String text, Page page, ToggleGroup group) {
        ToggleButton button = new ToggleButton(text);
        button.setToggleGroup(group);
        button.setUserData(page);
        button.getStyleClass().add("foldout-toggle");
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }
}
