package org.matryoscope.app;

import java.util.List;

import javafx.animation.PauseTransition;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.util.Duration;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import org.matryoscope.app.slider.PrefixBar;
import org.matryoscope.app.view.QuestionDeck;

/**
 * Fills the screen with the chart, its finding and the slider, in type that reads from the last row. Left and right step through
 * the marked prefixes, up and down through the questions, digits switch what the legend lists; Escape, F11 and the button that
 * the mouse brings up lead back.
 */
final class Presentation {
    private static final PseudoClass PRESENTING = PseudoClass.getPseudoClass("presenting");
    /** 24 pixels at a height of 720. */
    private static final double LINES = 30;
    private static final Duration BUTTON_STAYS = Duration.seconds(2.5);

    private final BooleanProperty active = new SimpleBooleanProperty(this, "active", false);
    private final StackPane root;
    private final BorderPane content;
    private final SplitPane split;
    private final Node ranking;
    private final List<Node> hidden;
    private final QuestionDeck deck;
    private final PrefixBar prefixBar;
    private final Button leave = new Button("Leave", new FontIcon(Feather.MINIMIZE));
    private double divider;

    /**
     * Prepares to present.
     *
     * @param root the whole window, which takes keys and mouse
     * @param content its content, whose text grows
     * @param split the ranking and the questions
     * @param ranking left out of a presentation
     * @param hidden what else is left out
     * @param deck the questions
     * @param prefixBar the slider
     */
    Presentation(StackPane root, BorderPane content, SplitPane split, Node ranking, List<Node> hidden,
            QuestionDeck deck, PrefixBar prefixBar) {
        this.root = root;
        this.content = content;
        this.split = split;
        this.ranking = ranking;
        this.hidden = hidden;
        this.deck = deck;
        this.prefixBar = prefixBar;
        leave.setId("leave-presentation");
        leave.setOnAction(event -> active.set(false));
        leave.setVisible(false);
        StackPane.setAlignment(leave, Pos.TOP_RIGHT);
        root.getChildren().add(1, leave);
        PauseTransition hide = new PauseTransition(BUTTON_STAYS);
        hide.setOnFinished(event -> leave.setVisible(false));
        root.addEventFilter(MouseEvent.MOUSE_MOVED, event -> {
            leave.setVisible(active.get());
            hide.playFromStart();
        });
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        root.heightProperty().subscribe(this::resize);
        active.addListener((property, was, is) -> present(is));
    }

    /** Whether it is on. */
    BooleanProperty active() {
        return active;
    }

    private void present(boolean on) {
        content.pseudoClassStateChanged(PRESENTING, on);
        for (Node node : hidden) {
            node.setVisible(!on);
            node.setManaged(!on);
        }
        if (on) {
            divider = split.getDividerPositions()[0];
            split.getItems().remove(ranking);
        } else {
            split.getItems().addFirst(ranking);
            split.setDividerPositions(divider);
            leave.setVisible(false);
        }
        deck.setPresenting(on);
        resize();
        if (root.getScene().getWindow() instanceof Stage stage) {
            fill(stage, on);
        }
        if (on) {
            prefixBar.focusSlider();
        }
    }

    private void fill(Stage stage, boolean on) {
        stage.setFullScreenExitHint("");
        stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
        stage.setFullScreen(on);
    }

    private void resize() {
        content.setStyle(active.get() ? "-fx-font-size: %dpx".formatted(Math.round(root.getHeight() / LINES)) : "");
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.F11) {
            active.set(!active.get());
            event.consume();
        } else if (active.get() && handled(event.getCode())) {
            event.consume();
        }
    }

    private boolean handled(KeyCode code) {
        switch (code) {
            case ESCAPE -> active.set(false);
            case LEFT -> prefixBar.stepMark(-1);
            case RIGHT -> prefixBar.stepMark(1);
            case UP -> deck.showNext(-1);
            case DOWN -> deck.showNext(1);
            default -> {
                if (!code.isDigitKey()) {
                    return false;
                }
                deck.shown().chart().toggle(Integer.parseInt(code.getChar()) - 1);
            }
        }
        return true;
    }
}
