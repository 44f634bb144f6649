package org.matryoscope.app.panel;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

import atlantafx.base.theme.Styles;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import org.matryoscope.model.ModelOverrides;
import org.matryoscope.model.ModelProfile;
import org.matryoscope.model.Pooling;
import org.matryoscope.model.Prompts;
import org.matryoscope.model.Variant;

/** What is known of a model and where it was read, with fields for what the user may set instead. */
public final class ModelPanel {
    private final ModelProfile profile;
    private final ModelOverrides before;
    private final SettingField<List<Integer>> prefixes;
    private final SettingField<String> queryPrompt;
    private final SettingField<String> documentPrompt;
    private final SettingField<Integer> maxLength;
    private final ComboBox<List<Pooling>> pooling;
    private final ComboBox<Variant> variant;
    private final Button apply = new Button("Apply", new FontIcon(Feather.CHECK));
    private final Button reset = new Button("Reset to what was read", new FontIcon(Feather.ROTATE_CCW));

    /**
     * Builds the panel.
     *
     * @param profile the model that is loaded
     * @param overrides what the user has set for it
     * @param onApply takes what the user sets now
     */
    public ModelPanel(ModelProfile profile, ModelOverrides overrides, Consumer<ModelOverrides> onApply) {
        this.profile = profile;
        this.before = overrides;
        prefixes = new SettingField<>("model-prefixes", "Trained prefixes",
                SettingTexts.prefixes(profile.trainedPrefixes().value()), overrides.trainedPrefixes(),
                text -> SettingTexts.parsePrefixes(text, profile.dimension()));
        prefixes.field().setPromptText("none: an ordinary model");
        Prompts prompts = profile.prompts().value();
        queryPrompt = prompt("model-query-prompt", "Query prompt", prompts.query(), overrides.queryPrompt());
        documentPrompt = prompt("model-document-prompt", "Document prompt", prompts.document(),
                overrides.documentPrompt());
        maxLength = new SettingField<>("model-length", "Maximum length in tokens",
                SettingTexts.length(profile.maxLength().value()), overrides.maxLength(), SettingTexts::parseLength);
        pooling = choice("model-pooling", "Pooling", poolings(), profile.pooling().value(), SettingTexts::pooling);
        variant = choice("model-variant", "Model file", profile.variants(), profile.variant().value(),
                SettingTexts::variant);
        watch(onApply);
    }

    private static SettingField<String> prompt(String id, String name, String shown, @Nullable String override) {
        SettingField<String> field = new SettingField<>(id, name, SettingTexts.prompt(shown), override,
                SettingTexts::parsePrompt);
        field.field().setPromptText("none");
        return field;
    }

    private static <T> ComboBox<T> choice(String id, String name, List<T> options, T shown, Function<T, String> words) {
        ComboBox<T> box = new ComboBox<>();
        box.setId(id);
        box.setAccessibleText(name);
        box.setConverter(new OneWayConverter<>(words));
        box.getItems().setAll(options);
        box.setValue(shown);
        box.setMaxWidth(Double.MAX_VALUE);
        return box;
    }

    /** Returns each pooling alone, and the model's own where it has several. */
    private List<List<Pooling>> poolings() {
        return Stream.concat(Stream.of(profile.pooling().value()), Stream.of(Pooling.values()).map(List::of))
                .distinct()
                .toList();
    }

    private void watch(Consumer<ModelOverrides> onApply) {
        List<SettingField<?>> fields = List.of(prefixes, queryPrompt, documentPrompt, maxLength);
        Observable[] edits = Stream
                .concat(fields.stream().map(SettingField::entry),
                        Stream.of(pooling.valueProperty(), variant.valueProperty()))
                .toArray(Observable[]::new);
        BooleanBinding changed = Bindings.createBooleanBinding(
                () -> fields.stream().allMatch(field -> field.entry().get().isValid()) && !overrides().equals(before),
                edits);
        apply.setId("model-apply");
        apply.getStyleClass().add(Styles.ACCENT);
        apply.setDefaultButton(true);
        apply.disableProperty().bind(changed.not());
        apply.setOnAction(e -> onApply.accept(overrides()));
        reset.setId("model-reset");
        reset.setDisable(before.equals(ModelOverrides.NONE));
        reset.setOnAction(e -> onApply.accept(ModelOverrides.NONE));
    }

    private ModelOverrides overrides() {
        List<Pooling> pools = pooling.getValue();
        Variant file = variant.getValue();
        return new ModelOverrides(prefixes.entry().get().override(),
                pools.equals(profile.pooling().value()) ? before.pooling() : pools,
                queryPrompt.entry().get().override(), documentPrompt.entry().get().override(),
                maxLength.entry().get().override(),
                file.equals(profile.variant().value()) ? before.variant() : file.file());
    }

    /** Returns what the sheet shows. */
    public Node content() {
        FactGrid facts = new FactGrid();
        facts.add("model-name", "Name", profile.name(), "");
        boolean served = profile.folder().toString().isEmpty();
        facts.add("model-folder", served ? "Server" : "Folder", profile.place(), "");
        facts.add("model-dimension", "Dimension", Integer.toString(profile.dimension()),
                "the length of the model's own output");
        facts.add("Trained prefixes", prefixes, prefixes.field(), "model-prefixes",
                SettingTexts.source(profile.trainedPrefixes()));
        if (!served) {
            addPooling(facts);
        }
        facts.add("Query prompt", queryPrompt, queryPrompt.field(), "model-query-prompt",
                promptSource(before.queryPrompt()));
        facts.add("Document prompt", documentPrompt, documentPrompt.field(), "model-document-prompt",
                promptSource(before.documentPrompt()));
        if (!served) {
            facts.add("Maximum length", maxLength, maxLength.field(), "model-length", lengthSource());
            addVariant(facts);
            facts.add("model-modules", "Modules", String.join(" → ", profile.modules().value()),
                    SettingTexts.source(profile.modules()));
        }
        facts.add("model-licence", "Licence", profile.licence().value(), SettingTexts.source(profile.licence()));
        VBox content = new VBox();
        content.getStyleClass().add("model-panel");
        content.getChildren().addAll(warnings());
        content.getChildren().add(facts);
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        return scroll;
    }

    /** Returns the button that takes over what is in the fields. */
    public Button apply() {
        return apply;
    }

    /** Returns the button that goes back to what the folder says. */
    public Button reset() {
        return reset;
    }

    /** Takes the keyboard to the first field. */
    public void focus() {
        prefixes.field().requestFocus();
    }

    private void addPooling(FactGrid facts) {
        String source = SettingTexts.source(profile.pooling());
        if (profile.pooling().value().isEmpty()) {
            facts.add("model-pooling", "Pooling", "done inside the model file", source);
        } else {
            facts.add("Pooling", pooling, pooling, "model-pooling", source);
        }
    }

    private void addVariant(FactGrid facts) {
        String source = SettingTexts.source(profile.variant());
        if (profile.variants().size() == 1) {
            facts.add("model-variant", "Model file", SettingTexts.variant(profile.variant().value()), source);
        } else {
            facts.add("Model file", variant, variant, "model-variant", source);
        }
    }

    private String promptSource(@Nullable String override) {
        return SettingTexts.source(override != null ? "you" : profile.prompts().source());
    }

    private String lengthSource() {
        String source = SettingTexts.source(profile.maxLength());
        Integer wanted = before.maxLength();
        return wanted == null || Objects.equals(wanted, profile.maxLength().value())
                ? source
                : source + ": the model takes no more, so the %d that you set are not used".formatted(wanted);
    }

    private List<Node> warnings() {
        List<Node> labels = new ArrayList<>();
        for (String warning : profile.warnings()) {
            Label label = new Label(warning, new FontIcon(Feather.ALERT_TRIANGLE));
            label.getStyleClass().add("model-warning");
            label.setWrapText(true);
            labels.add(label);
        }
        return labels;
    }
}
