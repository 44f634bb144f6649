package org.matryoscope.app.view;

import java.util.ArrayList;
import java.util.List;

import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import atlantafx.base.theme.Styles;

import org.matryoscope.question.Choices;
import org.matryoscope.question.Option;

/** Makes a control of an option. */
final class OptionControl {
    /** Up to so many values stand beside each other as buttons. */
    private static final int MOST_BUTTONS = 4;
    private static final int AMOUNT_COLUMNS = 5;

    private OptionControl() {
    }

    /**
     * Makes a control that shows and sets an option's value.
     *
     * @param option the option
     * @param choices where its value is
     * @return the control
     */
    static Node of(Option<?> option, ObjectProperty<Choices> choices) {
        return switch (option) {
            case Option.Switch flag -> checkBox(flag, choices);
            case Option.Amount amount -> field(amount, choices);
            case Option.Weights weights -> WeightSliders.of(weights, choices);
            default -> choice(option, choices);
        };
    }

    /** A field to type in; what cannot be read is marked and changes nothing. */
    private static HBox field(Option.Amount option, ObjectProperty<Choices> choices) {
        TextField field = new TextField();
        field.setPrefColumnCount(AMOUNT_COLUMNS);
        field.setAccessibleText(option.label());
        Tooltip.install(field, new Tooltip(option.words()));
        field.textProperty().subscribe(text -> {
            try {
                choices.set(choices.get().parsed(option, text.strip()));
                field.pseudoClassStateChanged(Styles.STATE_DANGER, false);
            } catch (IllegalArgumentException e) {
                field.pseudoClassStateChanged(Styles.STATE_DANGER, true);
            }
        });
        choices.subscribe(now -> {
            if (!field.isFocused()) {
                field.setText(option.write(now.get(option)));
            }
        });
        Label label = new Label(option.label());
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.setLabelFor(field);
        HBox box = new HBox(label, field);
        box.getStyleClass().add("choice");
        return box;
    }

    private static CheckBox checkBox(Option.Switch option, ObjectProperty<Choices> choices) {
        CheckBox box = new CheckBox(option.label());
        box.setMinWidth(Region.USE_PREF_SIZE);
        box.setTooltip(new Tooltip(option.words()));
        box.selectedProperty().subscribe(on -> choices.set(choices.get().with(option, on)));
        choices.subscribe(now -> box.setSelected(now.get(option)));
        return box;
    }

    private static <T> Choice<T> choice(Option<T> option, ObjectProperty<Choices> choices) {
        Choice<T> control = option instanceof Option.OneOf<?> && option.offered().size() <= MOST_BUTTONS
                ? Choice.buttons(option.label(), option.offered(), option.initial(), option::label)
                : Choice.list(option.label(), offered(option), option.initial(), option::label);
        Tooltip.install(control, new Tooltip(option.words()));
        control.valueProperty().subscribe(value -> {
            if (!choices.get().get(option).equals(value)) {
                choices.set(choices.get().with(option, value));
            }
        });
        choices.subscribe(now -> control.valueProperty().set(now.get(option)));
        return control;
    }

    /** What is offered, and the initial value where that is none of it. */
    private static <T> List<T> offered(Option<T> option) {
        List<T> offered = new ArrayList<>(option.offered());
        if (!offered.contains(option.initial())) {
            offered.addFirst(option.initial());
        }
        return offered;
    }
}
