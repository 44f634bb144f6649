package org.matryoscope.app.view;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import org.matryoscope.question.Heading;
import org.matryoscope.question.Question;

/** The questions under their headings, one of them chosen; folds to icons. */
public final class QuestionList extends VBox {
    private static final PseudoClass FOLDED = PseudoClass.getPseudoClass("folded");

    private final IntegerProperty selected = new SimpleIntegerProperty(this, "selected", 0);
    private final BooleanProperty folded = new SimpleBooleanProperty(this, "folded", false);
    private final List<ToggleButton> buttons;

    /**
     * Lists questions.
     *
     * @param questions in the order of their headings
     */
    public QuestionList(List<Question> questions) {
        getStyleClass().add("question-list");
        setId("questions");
        ToggleGroup group = new ToggleGroup();
        buttons = questions.stream().map(question -> button(question, group)).toList();
        VBox list = new VBox();
        list.getStyleClass().add("question-list-items");
        Map<Heading, Label> headings = new EnumMap<>(Heading.class);
        for (int i = 0; i < questions.size(); i++) {
            Heading heading = questions.get(i).heading();
            if (headings.putIfAbsent(heading, new Label(heading.label())) == null) {
                Label label = Objects.requireNonNull(headings.get(heading));
                label.getStyleClass().add("question-heading");
                label.managedProperty().bind(label.textProperty().isNotEmpty());
                list.getChildren().add(label);
            }
            int index = i;
            buttons.get(i).setOnAction(event -> choose(index));
            list.getChildren().add(buttons.get(i));
        }
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(scroll, foldButton());
        selected.subscribe(now -> group.selectToggle(buttons.get(now.intValue())));
        folded.subscribe(this::fold);
        addEventFilter(KeyEvent.KEY_PRESSED, this::step);
        setMinWidth(USE_PREF_SIZE);
    }

    /** The index of the question that is chosen, from 0. */
    public IntegerProperty selected() {
        return selected;
    }

    /** Whether only icons are shown. */
    public BooleanProperty folded() {
        return folded;
    }

    private void choose(int index) {
        selected.set(index);
        // A second press does not unselect it.
        buttons.get(index).setSelected(true);
    }

    private void step(KeyEvent event) {
        int step = event.getCode() == KeyCode.UP ? -1 : event.getCode() == KeyCode.DOWN ? 1 : 0;
        int next = selected.get() + step;
        if (step != 0 && next >= 0 && next < buttons.size()) {
            choose(next);
            buttons.get(next).requestFocus();
            event.consume();
        }
    }

    private void fold(boolean toIcons) {
        pseudoClassStateChanged(FOLDED, toIcons);
        buttons.forEach(button -> display(button, toIcons));
    }

    private static void display(Labeled labelled, boolean iconOnly) {
        labelled.setContentDisplay(iconOnly ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
    }

    private Button foldButton() {
        FontIcon icon = new FontIcon();
        Button button = new Button("Fold", icon);
        button.setId("fold-questions");
        button.getStyleClass().add("question-fold");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(event -> folded.set(!folded.get()));
        folded.subscribe(toIcons -> {
            String words = toIcons ? "Show the questions' names" : "Fold the questions to icons";
            icon.setIconCode(toIcons ? Feather.CHEVRONS_RIGHT : Feather.CHEVRONS_LEFT);
            display(button, toIcons);
            button.setAccessibleText(words);
            button.setTooltip(new Tooltip(words));
        });
        return button;
    }

    private static ToggleButton button(Question question, ToggleGroup group) {
        ToggleButton button = new ToggleButton(question.title(), new FontIcon("fth-" + question.icon()));
        button.setToggleGroup(group);
        button.getStyleClass().add("question-button");
        button.setId("question-" + question.name());
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAccessibleText(question.title() + ": " + question.words());
        button.setTooltip(new Tooltip(question.title() + ": " + question.words()));
        return button;
    }
}
