package org.matryoscope.app.status;

import java.util.ArrayList;
import java.util.List;

import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;

import atlantafx.base.theme.Styles;
import org.jspecify.annotations.Nullable;

import org.matryoscope.app.state.Workbench;
import org.matryoscope.base.Numbers;
import org.matryoscope.question.Side;
import org.matryoscope.question.Subject;
import org.matryoscope.vector.NumberFormat;

/** Shows how the vectors' numbers are stored and how much room they take, and lets the user choose another way. */
final class FormatMenu extends MenuButton {
    private final Workbench workbench;

    /**
     * Builds the menu.
     *
     * @param workbench whose format it sets
     */
    FormatMenu(Workbench workbench) {
        this.workbench = workbench;
        setId("number-format");
        getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        setMinWidth(USE_PREF_SIZE);
        setTooltip(new Tooltip("""
                How the numbers of the vectors are stored, and the room they take.
                The ranking and the charts are computed from what is stored; Formats shows what that costs."""));
        workbench.subject(Side.A).subscribe(this::offer);
        workbench.format().subscribe(format -> offer(workbench.subject(Side.A).get()));
    }

    private void offer(@Nullable Subject subject) {
        setVisible(subject != null);
        if (subject == null) {
            getItems().clear();
            return;
        }
        NumberFormat stored = subject.texts().store().format();
        NumberFormat given = subject.texts().given().store().format();
        setText(words(stored, subject));
        setAccessibleText("Vectors stored as " + getText());
        ToggleGroup group = new ToggleGroup();
        List<MenuItem> items = new ArrayList<>();
        for (NumberFormat format : NumberFormat.values()) {
            RadioMenuItem item = new RadioMenuItem(words(format, subject));
            item.setToggleGroup(group);
            item.setSelected(format == given.coarser(workbench.format().get()));
            item.setDisable(format != given.coarser(format));
            item.setOnAction(e -> workbench.format().set(format));
            items.add(item);
        }
        getItems().setAll(items);
    }

    private static String words(NumberFormat format, Subject subject) {
        long bytes = format.bytesPerVector(subject.dimension()) * subject.texts().store().rows();
        return format.label() + ", " + Numbers.bytes(bytes);
    }
}
