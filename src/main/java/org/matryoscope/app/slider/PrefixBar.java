package org.matryoscope.app.slider;

import java.util.List;

import javafx.beans.property.BooleanProperty;
import javafx.geometry.HorizontalDirection;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import atlantafx.base.controls.ToggleSwitch;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import org.matryoscope.app.state.Workbench;
import org.matryoscope.app.task.Background;
import org.matryoscope.metric.Fingerprint;
import org.matryoscope.question.Side;
import org.matryoscope.question.Subject;
import org.matryoscope.study.VectorOrigin;
import org.matryoscope.vector.ColumnMoments;
import org.matryoscope.vector.VectorStore;

/** The bar of the prefix: sweep, nested dolls, slider, readout, and the switches that go with it. */
public final class PrefixBar extends HBox {
    private final Workbench workbench;
    private final Background background;
    private @Nullable VectorStore searched;
    private List<Integer> found = List.of();
    private final PrefixSlider slider = new PrefixSlider();
    private final Dolls dolls = new Dolls();
    private final Sweep sweep = new Sweep(slider);
    private final Label hint = new Label();
    private final Label total = new Label("/ 1");
    private final TextField readout = new TextField();
    private final ToggleSwitch logScale = new ToggleSwitch("log₂ scale");

    /**
     * Builds the bar.
     *
     * @param workbench whose prefix it shows and sets
     * @param background looks for prefixes where nobody says any
     */
    public PrefixBar(Workbench workbench, Background background) {
        this.workbench = workbench;
        this.background = background;
        getStyleClass().add("prefix-bar");
        setAlignment(Pos.CENTER_LEFT);
        VBox middle = new VBox(caption(), slider);
        HBox.setHgrow(middle, Priority.ALWAYS);
        getChildren().addAll(playButton(), dolls, middle, readouts());
        slider.value().bindBidirectional(workbench.prefix());
        dolls.prefix().bind(workbench.prefix());
        dolls.marks().bind(slider.marks());
        dolls.setMinWidth(USE_PREF_SIZE);
        logScale.selectedProperty().subscribe(on -> showSubject(workbench.subject(Side.A).get()));
        workbench.subject(Side.A).subscribe(this::showSubject);
        workbench.prefix().subscribe(d -> showPrefix());
    }

    /** Whether the slider's scale is logarithmic. */
    public BooleanProperty logScale() {
        return logScale.selectedProperty();
    }

    /** Starts or pauses the sweep. */
    public void toggleSweep() {
        sweep.toggle();
    }

    /** Takes the keyboard to the slider. */
    public void focusSlider() {
        slider.requestFocus();
    }

    /** Goes to the next marked prefix above (1) or below (−1). */
    public void stepMark(int direction) {
        PrefixMarks marks = slider.marks().get();
        int d = workbench.prefix().get();
        slider.moveTo(direction > 0 ? marks.after(d) : marks.before(d));
    }

    private ToggleButton playButton() {
        FontIcon icon = new FontIcon(Feather.PLAY);
        ToggleButton button = new ToggleButton(null, icon);
        button.setId("sweep");
        button.setAccessibleText("Sweep through all dimensions");
        button.setTooltip(new Tooltip("Sweep through all dimensions (Space)"));
        button.setOnAction(e -> sweep.toggle());
        sweep.playing().subscribe(playing -> {
            button.setSelected(playing);
            icon.setIconCode(playing ? Feather.PAUSE : Feather.PLAY);
        });
        return button;
    }

    private HBox caption() {
        Label title = new Label("Dimensions kept");
        title.getStyleClass().add("caption");
        title.setLabelFor(slider);
        title.setMinWidth(Region.USE_PREF_SIZE);
        hint.getStyleClass().add("hint");
        hint.setId("prefix-hint");
        HBox caption = new HBox(title, hint);
        caption.getStyleClass().add("spaced");
        caption.setAlignment(Pos.BASELINE_LEFT);
        return caption;
    }

    private VBox readouts() {
        readout.setId("prefix-readout");
        readout.setPrefColumnCount(4);
        readout.setAccessibleText("Dimensions kept, as a number");
        readout.setTextFormatter(
                new TextFormatter<>(change -> change.getControlNewText().matches("\\d{0,5}") ? change : null));
        readout.setOnAction(e -> takeReadout());
        readout.focusedProperty().subscribe(focused -> {
            if (!focused) {
                takeReadout();
            }
        });
        Label d = new Label("d =");
        d.setLabelFor(readout);
        HBox number = new HBox(d, readout, total);
        number.getStyleClass().addAll("spaced", "readout");
        number.setAlignment(Pos.CENTER_LEFT);
        ToggleSwitch renormalise = new ToggleSwitch("re-normalise");
        renormalise.setId("renormalise");
        renormalise.setTooltip(new Tooltip("""
                On: the cut vectors are made unit length again, and scores are cosines.
                Off: scores are plain dot products of the cut vectors; they shrink with d, and long prefixes win."""));
        renormalise.selectedProperty().bindBidirectional(workbench.renormalise());
        logScale.setId("log-scale");
        List.of(logScale, renormalise).forEach(toggle -> toggle.setLabelPosition(HorizontalDirection.RIGHT));
        VBox box = new VBox(number, logScale, renormalise);
        box.getStyleClass().add("stacked");
        box.setMinWidth(Region.USE_PREF_SIZE);
        return box;
    }

    private void takeReadout() {
        if (!readout.getText().isEmpty()) {
            slider.moveTo(Integer.parseInt(readout.getText()));
        }
        showPrefix();
    }

    private void showSubject(@Nullable Subject subject) {
        int dimension = subject == null ? 1 : subject.dimension();
        List<Integer> trained = subject == null ? List.of() : subject.texts().origin().trainedPrefixes();
        slider.scale().set(new PrefixScale(dimension, logScale.isSelected()));
        slider.marks().set(PrefixMarks.of(trained, dimension));
        if (subject != null && trained.isEmpty()) {
            lookForPrefixes(subject.texts().given().store());
        }
        slider.setDisable(subject == null);
        total.setText("/ " + dimension);
        showPrefix();
    }

    private void lookForPrefixes(VectorStore store) {
        if (store == searched) {
            slider.marks().set(PrefixMarks.found(found, store.dimension()));
            return;
        }
        searched = store;
        found = List.of();
        if (store.includedRows() < Fingerprint.LEAST_VECTORS || store.dimension() < 2 * Fingerprint.FIRST_CUT) {
            return;
        }
        background.latest("found prefixes", "Looking for trained prefixes",
                progress -> Fingerprint.of(ColumnMoments.of(store, progress).variance())
                        .cuts()
                        .stream()
                        .map(Fingerprint.Cut::size)
                        .toList(),
                prefixes -> {
                    found = prefixes;
                    Subject now = workbench.subject(Side.A).get();
                    if (now != null && now.texts().given().store() == store) {
                        slider.marks().set(PrefixMarks.found(prefixes, store.dimension()));
                        showPrefix();
                    }
                });
    }

    /** Whether nobody said what the vectors were trained for: they come from a file, and no model is attached. */
    private static boolean isUnknown(@Nullable Subject subject) {
        return subject != null && subject.texts().origin() instanceof VectorOrigin.Imported file
                && file.model() == null;
    }

    private void showPrefix() {
        int d = workbench.prefix().get();
        readout.setText(Integer.toString(d));
        PrefixMarks marks = slider.marks().get();
        if (!marks.trained()) {
            hint.setText(isUnknown(workbench.subject(Side.A).get())
                    ? "what prefixes these vectors were trained for is not known"
                    : "this model was not trained for shorter prefixes");
        } else if (marks.source() == PrefixMarks.Source.FOUND) {
            hint.setText(marks.contains(d)
                    ? d + " is a size at which these vectors look trained"
                    : "these vectors look trained at the sizes marked");
        } else if (marks.contains(d)) {
            hint.setText(d + " is a size the model was trained for");
        } else if (d < marks.prefixes().getFirst()) {
            hint.setText(d + " is below the smallest trained size, " + marks.prefixes().getFirst());
        } else {
            hint.setText(
                    "%d is no trained size: it lies between %d and %d".formatted(d, marks.before(d), marks.after(d)));
        }
    }
}
