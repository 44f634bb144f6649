package org.matryoscope.app.panel;

import java.util.Comparator;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import org.matryoscope.base.ByteSize;
import org.matryoscope.base.Problem;
import org.matryoscope.model.Variant;
import org.matryoscope.model.hub.HubFile;
import org.matryoscope.model.hub.HubPlan;

/** Asks for a model's name on a hub, and shows what getting it would fetch before anything is fetched. */
final class HubSheet extends VBox {
    /** What to look for: a name, and a model file where another than the preferred one is wanted. */
    record Wanted(String name, @Nullable String variant) {}

    private final TextField name = new TextField();
    private final Button look;
    private final FieldProblem problem = new FieldProblem("hub-problem");
    private final VBox found = new VBox();
    private final ReadOnlyObjectWrapper<@Nullable HubPlan> plan = new ReadOnlyObjectWrapper<>(this, "plan", null);
    private Consumer<Wanted> onLook = wanted -> {
    };

    HubSheet() {
        getStyleClass().addAll("hub-sheet", "stacked-wide");
        Label label = new Label(
                "The model's name on the hub, such as nomic-ai/nomic-embed-text-v1.5. The hub is asked when you press Look; nothing is fetched then.");
        label.setWrapText(true);
        label.setLabelFor(name);
        name.setId("hub-name");
        name.setAccessibleText("The model's name on the hub");
        name.setPromptText("owner/name");
        HBox.setHgrow(name, Priority.ALWAYS);
        look = SheetButtons.plain("Look", "hub-look", () -> look(null));
        look.disableProperty().bind(name.textProperty().map(String::isBlank));
        name.setOnAction(event -> look.fire());
        // Another name makes what was found an answer to another question.
        name.textProperty().subscribe(() -> plan.set(null));
        plan.subscribe(now -> found.setVisible(now != null));
        found.managedProperty().bind(found.visibleProperty());
        found.getStyleClass().add("stacked-wide");
        HBox row = new HBox(name, look);
        row.getStyleClass().add("field-row");
        row.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(label, row, problem, found);
    }

    private void look(@Nullable String variant) {
        problem.tell("Asking the hub…");
        plan.set(null);
        onLook.accept(new Wanted(name.getText(), variant));
    }

    /**
     * Says who asks the hub.
     *
     * @param asker answers by {@link #show} or {@link #refuse}
     */
    void setOnLook(Consumer<Wanted> asker) {
        onLook = asker;
    }

    /** What would be fetched; null until the hub has said it. */
    ReadOnlyObjectProperty<@Nullable HubPlan> plan() {
        return plan.getReadOnlyProperty();
    }

    /** Takes the keyboard to the field. */
    void focusFirst() {
        name.requestFocus();
    }

    /** Shows why there is no plan. */
    void refuse(Problem why) {
        problem.show(why);
    }

    /** Shows what would be fetched. */
    void show(HubPlan value) {
        problem.clear();
        FactGrid facts = new FactGrid();
        facts.add("hub-licence", "Licence", value.licence(),
                value.gated() ? "its terms have to be accepted on the model's page first" : "");
        if (value.variants().size() > 1) {
            ComboBox<Variant> variants = new ComboBox<>();
            variants.setId("hub-variant");
            variants.setAccessibleText("Model file");
            variants.setConverter(new OneWayConverter<>(SettingTexts::variant));
            variants.getItems().setAll(value.variants());
            variants.setValue(value.chosen());
            variants.setOnAction(event -> look(variants.getValue().file()));
            facts.add("Model file", variants, variants, "hub-variant", "");
        }
        facts.add("hub-size", "To fetch", ByteSize.words(value.missing()),
                value.present() > 0 ? ByteSize.words(value.present()) + " are there already" : "");
        facts.add("hub-folder", "Into", value.folder().toString(), "the cache that other tools use too");
        Label files = new Label(value.files()
                .stream()
                .sorted(Comparator.comparingLong(HubFile::bytes).reversed())
                .map(file -> file.path() + ", " + ByteSize.words(file.bytes()))
                .collect(Collectors.joining("\n")));
        files.setId("hub-files");
        facts.add("Files", files, files, "hub-files", "");
        ScrollPane scroll = new ScrollPane(facts);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        found.getChildren().setAll(scroll);
        plan.set(value);
    }
}
