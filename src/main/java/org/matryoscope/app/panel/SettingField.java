package org.matryoscope.app.panel;

import java.util.function.Function;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

import atlantafx.base.theme.Styles;
import org.jspecify.annotations.Nullable;

import org.matryoscope.base.Problem;

/**
 * A field for one setting of the model, with what is wrong with it beneath. Text that the user leaves alone keeps the setting
 * it stands for, so that only what was typed becomes an override.
 *
 * @param <T> the setting's type
 */
final class SettingField<T> extends VBox {
    private final String shown;
    private final @Nullable T override;
    private final Function<String, T> parser;
    private final TextField field = new TextField();
    private final Label problem = new Label();
    private final ReadOnlyObjectWrapper<Entry<T>> entry;

    /**
     * What the text amounts to.
     *
     * @param override what to override the setting with; null to leave it as read
     * @param problem what is wrong with the text; empty where it can be used
     */
    record Entry<T>(@Nullable T override, String problem) {
        boolean isValid() {
            return problem.isEmpty();
        }
    }

    /**
     * Builds the field.
     *
     * @param id the field's id
     * @param name what screen readers call it
     * @param shown the setting in force, as text
     * @param override what the user set before, or null
     * @param parser reads the text; throws a {@link Problem} that says what is wrong with it
     */
    SettingField(String id, String name, String shown, @Nullable T override, Function<String, T> parser) {
        this.shown = shown;
        this.override = override;
        this.parser = parser;
        entry = new ReadOnlyObjectWrapper<>(this, "entry", new Entry<>(override, ""));
        field.setId(id);
        field.setAccessibleText(name);
        field.setText(shown);
        problem.getStyleClass().add("field-problem");
        problem.setId(id + "-problem");
        problem.setWrapText(true);
        problem.managedProperty().bind(problem.visibleProperty());
        problem.setVisible(false);
        getStyleClass().add("setting-field");
        getChildren().addAll(field, problem);
        field.textProperty().subscribe(this::check);
    }

    /** The field itself. */
    TextField field() {
        return field;
    }

    /** What the text amounts to. */
    ReadOnlyObjectProperty<Entry<T>> entry() {
        return entry.getReadOnlyProperty();
    }

    private Entry<T> read(String text) {
        if (text.equals(shown)) {
            return new Entry<>(override, "");
        }
        try {
            return new Entry<>(parser.apply(text), "");
        } catch (Problem wrong) {
            return new Entry<>(override, wrong.what() + ". " + wrong.remedy());
        }
    }

    private void check(String text) {
        Entry<T> now = read(text);
        entry.set(now);
        problem.setText(now.problem());
        problem.setVisible(!now.isValid());
        field.pseudoClassStateChanged(Styles.STATE_DANGER, !now.isValid());
        field.setAccessibleHelp(now.problem());
    }
}
