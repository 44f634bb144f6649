package org.matryoscope.app.panel;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;

import org.jspecify.annotations.Nullable;

import org.matryoscope.corpus.vectors.VectorField;

/** Chooses one of a file's fields, or none. */
final class FieldBox {
    private final ChoiceBox<String> box = new ChoiceBox<>();
    private final List<VectorField> fields;
    private final int before;

    /**
     * Builds the box.
     *
     * @param name what is chosen
     * @param id the id of the control
     * @param none what stands for no field; null where there must be one
     * @param fields the fields
     * @param proposed the name of the field that is chosen at first; null for none
     * @param words how a field is shown
     */
    FieldBox(String name, String id, @Nullable String none, List<VectorField> fields, @Nullable String proposed,
            Function<VectorField, String> words) {
        this.fields = fields;
        before = none == null ? 0 : 1;
        box.setId(id);
        box.setAccessibleText(name);
        box.getItems().setAll(Stream.concat(Stream.ofNullable(none), fields.stream().map(words)).toList());
        // By index, since two fields may be shown by the same words.
        int index = IntStream.range(0, fields.size())
                .filter(i -> fields.get(i).name().equals(proposed))
                .findFirst()
                .orElse(-before);
        box.getSelectionModel().select(index + before);
    }

    /** What stands in a form: the control, or the only field in words where there is nothing to choose. */
    Node node() {
        if (hasChoice()) {
            return box;
        }
        Label only = new Label(box.getValue());
        only.getStyleClass().add("only-choice");
        return only;
    }

    /** Says whether there is more than one field, or none, to choose from. */
    boolean hasChoice() {
        return box.getItems().size() > 1;
    }

    /** The control itself. */
    ChoiceBox<String> box() {
        return box;
    }

    /** The field chosen, or null for none. */
    @Nullable
    VectorField chosen() {
        int index = box.getSelectionModel().getSelectedIndex() - before;
        return index < 0 ? null : fields.get(index);
    }

    /** The name of the field chosen, or null for none. */
    @Nullable
    String name() {
        VectorField field = chosen();
        return field == null ? null : field.name();
    }
}
