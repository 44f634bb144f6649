package org.matryoscope.app.view;

import java.util.ArrayList;
import java.util.List;

import javafx.beans.property.ObjectProperty;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.controlsfx.control.PopOver;

import org.matryoscope.question.Choices;
import org.matryoscope.question.Option;

/** Sliders of weights, side by side in a pop-over that stays open while they are moved. */
final class WeightSliders {
    private static final double MOST = 4;
    private static final double STEP = 0.25;

    private WeightSliders() {
    }

    /** Makes the button that opens them. */
    static Button of(Option.Weights option, ObjectProperty<Choices> choices) {
        HBox sliders = new HBox();
        sliders.getStyleClass().add("weight-sliders");
        for (int i = 0; i < option.labels().size(); i++) {
            sliders.getChildren().add(slider(option, i, choices));
        }
        PopOver popOver = new PopOver(sliders);
        popOver.setArrowLocation(PopOver.ArrowLocation.BOTTOM_CENTER);
        popOver.setAnimated(false);
        popOver.setAutoHide(false);
        Button open = new Button(option.label());
        open.setMinWidth(Region.USE_PREF_SIZE);
        open.setTooltip(new Tooltip(option.words()));
        open.setOnAction(event -> {
            if (popOver.isShowing()) {
                popOver.hide();
            } else {
                popOver.getRoot().getStylesheets().setAll(open.getScene().getStylesheets());
                popOver.show(open);
            }
        });
        return open;
    }

    private static VBox slider(Option.Weights option, int place, ObjectProperty<Choices> choices) {
        String name = option.labels().get(place);
        Slider slider = new Slider(0, MOST, 1);
        slider.setOrientation(Orientation.VERTICAL);
        slider.setMajorTickUnit(1);
        slider.setMinorTickCount((int) (1 / STEP) - 1);
        slider.setSnapToTicks(true);
        slider.setBlockIncrement(STEP);
        slider.setAccessibleText(option.label() + ", " + name);
        slider.valueProperty().subscribe(value -> {
            List<Double> weights = new ArrayList<>(choices.get().get(option));
            weights.set(place, value.doubleValue());
            choices.set(choices.get().with(option, List.copyOf(weights)));
        });
        choices.subscribe(now -> slider.setValue(now.get(option).get(place)));
        VBox box = new VBox(slider, new Label(name));
        box.setAlignment(Pos.CENTER);
        return box;
    }
}
