package org.matryoscope.app.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import javafx.beans.property.IntegerProperty;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.matryoscope.app.chart.ChartPane;
import org.matryoscope.question.Part;

/** The answers that one was drawn from, one below the other. */
final class PartsPane extends VBox {
    private static final double MOST_OF_THE_HEIGHT = 0.28;

    private final IntegerProperty prefix;
    private final Consumer<Part> open;
    private final List<PartCard> cards = new ArrayList<>();

    /**
     * Shows nothing yet.
     *
     * @param prefix the prefix that the charts mark
     * @param open opens the question of a card that is pressed
     */
    PartsPane(IntegerProperty prefix, Consumer<Part> open) {
        this.prefix = prefix;
        this.open = open;
        getStyleClass().add("parts");
        setMinWidth(0);
    }

    /** Shows answers; cards stay, and show other content. */
    void show(List<Part> parts) {
        while (cards.size() < parts.size()) {
            PartCard card = new PartCard(prefix, open);
            VBox.setVgrow(card, Priority.ALWAYS);
            // What is said of many contenders takes no room from the other answers; its tooltip has all of it.
            card.maxHeightProperty().bind(heightProperty().multiply(MOST_OF_THE_HEIGHT));
            cards.add(card);
        }
        getChildren().setAll(cards.subList(0, parts.size()));
        for (int i = 0; i < parts.size(); i++) {
            cards.get(i).show(parts.get(i));
        }
    }

    /** Returns the charts of all cards. */
    List<ChartPane> charts() {
        return cards.stream().map(PartCard::chart).toList();
    }
}
