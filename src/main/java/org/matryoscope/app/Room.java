package org.matryoscope.app;

import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.layout.Region;

import org.matryoscope.app.theme.TextScale;

/** Tells the style sheets how much room there is, measured in the text's size: what is least needed then folds or shrinks. */
final class Room {
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
    private static final PseudoClass LOW = PseudoClass.getPseudoClass("low");
    /** Below this many text sizes the questions fold to icons and the tools lose their words. */
    private static final double NARROW_BELOW = 76;
    /** Below this many text sizes the dolls shrink and the chart's title goes. */
    private static final double LOW_BELOW = 46;

    private final Region content;
    private final ObservableValue<TextScale> scale;

    Room(Region content, ObservableValue<TextScale> scale) {
        this.content = content;
        this.scale = scale;
        scale.subscribe(this::measure);
    }

    /** Measures anew, after the window or the text changed its size. */
    void measure() {
        double em = scale.getValue().pixels();
        double width = content.getScene() == null ? 0 : content.getScene().getWidth();
        double height = content.getScene() == null ? 0 : content.getScene().getHeight();
        content.pseudoClassStateChanged(NARROW, width > 0 && width < NARROW_BELOW * em);
        content.pseudoClassStateChanged(LOW, height > 0 && height < LOW_BELOW * em);
    }
}
