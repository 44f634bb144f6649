package org.matryoscope.app.header;

import java.util.ArrayList;
import java.util.List;

import javafx.collections.ObservableList;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import org.matryoscope.app.session.ContenderList.Added;
import org.matryoscope.question.RotationChoice;
import org.matryoscope.question.Side;
import org.matryoscope.rotation.RotationKind;

/** Adds rotations of either side to what is compared, and takes them away. */
final class ContenderMenu extends MenuButton {
    private final ObservableList<Added> added;
    private final HeaderActions actions;

    /**
     * Builds the menu.
     *
     * @param added the rotations that are compared
     * @param actions asks for a file
     */
    ContenderMenu(ObservableList<Added> added, HeaderActions actions) {
        super("contender", new FontIcon(Feather.PLUS));
        this.added = added;
        this.actions = actions;
        setId("contenders");
        setTooltip(new Tooltip("Compare with the same vectors through a rotation"));
        setAccessibleText("Add or remove contenders");
        setOnShowing(event -> fill());
        fill();
    }

    private void fill() {
        List<MenuItem> items = new ArrayList<>();
        for (Side side : Side.values()) {
            for (RotationKind kind : List.of(RotationKind.PCA, RotationKind.RANDOM, RotationKind.SHUFFLED)) {
                items.add(item(side + ": " + words(kind), new Added(side, RotationChoice.of(kind))));
            }
            added.stream()
                    .filter(each -> each.side() == side && each.choice().kind() == RotationKind.TRAINED)
                    .forEach(each -> items.add(item(side + ": " + each.choice().label(), each)));
            MenuItem file = new MenuItem(side + ": a rotation from a file…");
            file.setOnAction(event -> actions.chooseRotation(side));
            items.add(file);
            items.add(new SeparatorMenuItem());
        }
        items.removeLast();
        getItems().setAll(items);
    }

    private static String words(RotationKind kind) {
        return switch (kind) {
            case PCA -> "PCA of the documents";
            case RANDOM -> "a random rotation";
            case SHUFFLED -> "shuffled dimensions";
            case AS_IS, TRAINED -> kind.label();
        };
    }

    private CheckMenuItem item(String text, Added each) {
        CheckMenuItem item = new CheckMenuItem(text);
        item.setMnemonicParsing(false);
        item.setSelected(added.contains(each));
        item.setOnAction(event -> {
            if (!added.remove(each)) {
                added.add(each);
            }
        });
        return item;
    }
}
