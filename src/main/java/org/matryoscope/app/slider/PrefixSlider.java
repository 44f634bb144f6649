package org.matryoscope.app.slider;

import java.util.ArrayList;
import java.util.List;

import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

/** A slider from 1 to D with labelled ticks at the marked prefixes; arrows step by 1, page keys go from mark to mark. */
final class PrefixSlider extends Region {
    private static final PseudoClass UNTRAINED = PseudoClass.getPseudoClass("untrained");
    private static final PseudoClass MARKS_TRAINED = PseudoClass.getPseudoClass("trained");
    private static final PseudoClass KEPT = PseudoClass.getPseudoClass("kept");

    private final IntegerProperty value = new SimpleIntegerProperty(this, "value", 1);
    private final ObjectProperty<PrefixScale> scale = new SimpleObjectProperty<>(this, "scale",
            new PrefixScale(1, false));
    private final ObjectProperty<PrefixMarks> marks = new SimpleObjectProperty<>(this, "marks", PrefixMarks.NONE);
    private final Region track = part("track");
    private final Region kept = part("kept");
    private final Region thumb = part("thumb");
    private final List<Region> ticks = new ArrayList<>();
    private final List<Label> labels = new ArrayList<>();

    PrefixSlider() {
        getStyleClass().add("prefix-slider");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        setAccessibleText("Dimensions kept");
        marks.subscribe(this::makeTicks);
        value.subscribe(this::showValue);
        scale.subscribe(this::requestLayout);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::drag);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        addEventHandler(KeyEvent.KEY_PRESSED, this::step);
    }

    /** The prefix length, 1 … D. */
    IntegerProperty value() {
        return value;
    }

    /** Linear or logarithmic, and D. */
    ObjectProperty<PrefixScale> scale() {
        return scale;
    }

    /** The ticks. */
    ObjectProperty<PrefixMarks> marks() {
        return marks;
    }

    /** Sets the value, kept within 1 … D. */
    void moveTo(int d) {
        value.set(Math.clamp(d, 1, scale.get().dimension()));
    }

    private static Region part(String styleClass) {
        Region region = new Region();
        region.getStyleClass().add(styleClass);
        region.setMouseTransparent(true);
        return region;
    }

    private void makeTicks() {
        ticks.clear();
        labels.clear();
        for (int mark : marks.get().prefixes()) {
            ticks.add(part("tick"));
            Label label = new Label(Integer.toString(mark));
            label.getStyleClass().add("tick-label");
            label.setMouseTransparent(true);
            labels.add(label);
        }
        List<Node> parts = new ArrayList<>(List.of(track, kept));
        parts.addAll(ticks);
        parts.addAll(labels);
        parts.add(thumb);
        getChildren().setAll(parts);
        pseudoClassStateChanged(MARKS_TRAINED, marks.get().trained());
        showValue();
    }

    private void showValue() {
        int d = value.get();
        pseudoClassStateChanged(UNTRAINED, marks.get().trained() && !marks.get().contains(d));
        for (int i = 0; i < ticks.size(); i++) {
            boolean within = marks.get().prefixes().get(i) <= d;
            ticks.get(i).pseudoClassStateChanged(KEPT, within);
            labels.get(i).pseudoClassStateChanged(KEPT, within);
        }
        notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE);
        notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE_STRING);
        requestLayout();
    }

    private void drag(MouseEvent event) {
        requestFocus();
        moveTo(scale.get().prefix((event.getX() - left()) / length()));
        event.consume();
    }

    private void step(KeyEvent event) {
        int d = value.get();
        PrefixMarks at = marks.get();
        KeyCode code = event.getCode();
        switch (code) {
            case LEFT, DOWN, KP_LEFT, KP_DOWN -> moveTo(d - 1);
            case RIGHT, UP, KP_RIGHT, KP_UP -> moveTo(d + 1);
            case PAGE_DOWN -> moveTo(at.before(d));
            case PAGE_UP -> moveTo(at.after(d));
            case HOME -> moveTo(1);
            case END -> moveTo(scale.get().dimension());
            default -> {
                return;
            }
        }
        event.consume();
    }

    private double left() {
        return snappedLeftInset() + thumb.prefWidth(-1) / 2;
    }

    private double length() {
        return Math.max(1, getWidth() - snappedLeftInset() - snappedRightInset() - thumb.prefWidth(-1));
    }

    private double x(double d) {
        return left() + scale.get().fraction(d) * length();
    }

    @Override
    protected double computePrefHeight(double width) {
        double text = labels.isEmpty() ? 0 : labels.getFirst().prefHeight(-1);
        return snappedTopInset() + thumb.prefHeight(-1) + text + snappedBottomInset();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefWidth(double height) {
        return thumb.prefWidth(-1) * 20;
    }

    @Override
    protected void layoutChildren() {
        double thumbHeight = thumb.prefHeight(-1);
        double middle = snappedTopInset() + thumbHeight / 2;
        double thickness = track.prefHeight(-1);
        double at = x(value.get());
        track.resizeRelocate(left(), middle - thickness / 2, length(), thickness);
        kept.resizeRelocate(left(), middle - thickness / 2, Math.max(0, at - left()), thickness);
        thumb.resizeRelocate(at - thumb.prefWidth(-1) / 2, middle - thumbHeight / 2, thumb.prefWidth(-1), thumbHeight);
        layoutTicks(middle, snappedTopInset() + thumbHeight);
    }

    /** Places the ticks; from the right, labels that would touch their neighbour are left out. */
    private void layoutTicks(double middle, double labelTop) {
        double free = Double.POSITIVE_INFINITY;
        for (int i = ticks.size() - 1; i >= 0; i--) {
            double at = x(marks.get().prefixes().get(i));
            Region tick = ticks.get(i);
            double width = tick.prefWidth(-1);
            double height = tick.prefHeight(-1);
            tick.resizeRelocate(snapPositionX(at - width / 2), middle - height / 2, width, height);
            Label label = labels.get(i);
            double labelWidth = label.prefWidth(-1);
            double labelLeft = Math.clamp(at - labelWidth / 2, 0, Math.max(0, getWidth() - labelWidth));
            label.setVisible(labelLeft + labelWidth < free);
            if (label.isVisible()) {
                free = labelLeft - labelWidth / 4;
            }
            label.resizeRelocate(labelLeft, labelTop, labelWidth, label.prefHeight(-1));
        }
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case VALUE -> (double) value.get();
            case VALUE_STRING -> value.get() + " of " + scale.get().dimension();
            case MIN_VALUE -> 1.0;
            case MAX_VALUE -> (double) scale.get().dimension();
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        switch (action) {
            case INCREMENT -> moveTo(value.get() + 1);
            case DECREMENT -> moveTo(value.get() - 1);
            case SET_VALUE -> moveTo(((Number) parameters[0]).intValue());
            default -> super.executeAccessibleAction(action, parameters);
        }
    }
}
