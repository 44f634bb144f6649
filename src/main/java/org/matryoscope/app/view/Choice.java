package org.matryoscope.app.view;

import java.util.List;
import java.util.function.Function;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

/**
 * A labelled choice of one among few.
 *
 * @param <T> what is chosen
 */
final class Choice<T> extends HBox {
    private final ObjectProperty<T> value;

    private Choice(T first) {
        value = new SimpleObjectProperty<>(this, "value", first);
        getStyleClass().add("choice");
    }

    /** A drop-down list behind a label. */
    static <T> Choice<T> list(String label, List<T> options, T first, Function<T, String> words) {
        return list(label, FXCollections.observableArrayList(options), first, words);
    }

    /** A drop-down list whose options may change; the value stays as it is when it is no longer among them. */
    static <T> Choice<T> list(String label, ObservableList<T> options, T first, Function<T, String> words) {
        Choice<T> choice = new Choice<>(first);
        ChoiceBox<T> box = new ChoiceBox<>();
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable T option) {
                // The box has no value for a moment while its options change.
                return option == null ? "" : words.apply(option);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("a choice cannot be typed");
            }
        });
        box.setItems(options);
        box.setValue(first);
        box.valueProperty().addListener((property, old, now) -> {
            if (now != null) {
                choice.value.set(now);
            }
        });
        choice.value.addListener((property, old, now) -> box.setValue(now));
        Label name = new Label(label);
        name.setMinWidth(USE_PREF_SIZE);
        name.setLabelFor(box);
        box.setAccessibleText(label);
        choice.getChildren().addAll(name, box);
        return choice;
    }

    /** A row of buttons, one of them pressed, behind a label unless that is empty. */
    static <T> Choice<T> buttons(String label, List<T> options, T first, Function<T, String> words) {
        Choice<T> choice = new Choice<>(first);
        if (!label.isEmpty()) {
            choice.getChildren().add(new Label(label));
        }
        ToggleGroup group = new ToggleGroup();
        for (T option : options) {
            ToggleButton button = new ToggleButton(words.apply(option));
            button.setMinWidth(USE_PREF_SIZE);
            button.getStyleClass()
                    .add(options.indexOf(option) == 0
                            ? "left-pill"
                            : options.indexOf(option) == options.size() - 1 ? "right-pill" : "center-pill");
            button.setToggleGroup(group);
            button.setSelected(option.equals(first));
            button.setUserData(option);
            choice.value.addListener((property, old, now) -> button.setSelected(option.equals(now)));
            button.setOnAction(event -> {
                choice.value.set(option);
                button.setSelected(true);
            });
            choice.getChildren().add(button);
        }
        choice.getStyleClass().add("choice-buttons");
        return choice;
    }

    T get() {
        return value.get();
    }

    ObjectProperty<T> valueProperty() {
        return value;
    }
}
