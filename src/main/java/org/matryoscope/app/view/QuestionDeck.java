package org.matryoscope.app.view;

import java.util.List;

import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;

import org.matryoscope.question.Choices;
import org.matryoscope.question.Option;
import org.matryoscope.question.Part;

/** The list of questions and beside it the view of the one chosen. */
public final class QuestionDeck extends HBox {
    private final List<QuestionView> views;
    private final QuestionList list;

    /**
     * Shows the first question.
     *
     * @param views one a question, in the order of their headings
     */
    public QuestionDeck(List<QuestionView> views) {
        this.views = List.copyOf(views);
        list = new QuestionList(views.stream().map(QuestionView::question).toList());
        getStyleClass().add("question-deck");
        StackPane deck = new StackPane();
        deck.setMinWidth(0);
        for (int i = 0; i < views.size(); i++) {
            // A view asks only while its parent is visible.
            StackPane page = new StackPane(views.get(i).node());
            int index = i;
            page.visibleProperty().bind(list.selected().isEqualTo(index));
            page.managedProperty().bind(page.visibleProperty());
            // In the scene from the first time it is shown: styles of so many pages cost the start a third of a second.
            page.visibleProperty().subscribe(shown -> {
                if (shown && page.getParent() == null) {
                    deck.getChildren().add(page);
                }
            });
        }
        HBox.setHgrow(deck, Priority.ALWAYS);
        getChildren().addAll(list, deck);
    }

    /** Leaves only the view that is shown, and of it only finding and chart. */
    public void setPresenting(boolean on) {
        list.setVisible(!on);
        list.setManaged(!on);
        views.forEach(view -> view.setPresenting(on));
    }

    /** Returns the list. */
    public QuestionList list() {
        return list;
    }

    /** Returns the view that is shown. */
    public QuestionView shown() {
        return views.get(list.selected().get());
    }

    /** Returns every view, in the order of the list. */
    public List<QuestionView> views() {
        return views;
    }

    /**
     * Shows a view.
     *
     * @param index its place in {@link #views()}; others are ignored
     */
    public void show(int index) {
        if (index >= 0 && index < views.size()) {
            list.selected().set(index);
        }
    }

    /** Shows the view so many places further, around the ends. */
    public void showNext(int step) {
        list.selected().set(Math.floorMod(list.selected().get() + step, views.size()));
    }

    /** Shows the view of a part's question, with the options with which the part was asked. */
    public void show(Part part) {
        views.stream().filter(view -> view.question().name().equals(part.question().name())).forEach(view -> {
            part.question().options().forEach(option -> take(option, part.choices(), view));
            show(views.indexOf(view));
        });
    }

    private static <T> void take(Option<T> option, Choices from, QuestionView view) {
        view.choices().set(view.choices().get().with(option, from.get(option)));
    }
}
