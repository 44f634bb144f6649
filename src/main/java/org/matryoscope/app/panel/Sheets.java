package org.matryoscope.app.panel;

import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;

import atlantafx.base.controls.ModalPane;
import atlantafx.base.theme.Styles;
import atlantafx.base.util.Animations;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Shows one sheet at a time over the window; Escape, its button or a click beside it close it. */
public final class Sheets extends ModalPane {
    private static final Duration FADE = Duration.millis(150);

    private @Nullable Node focusedBefore;
    private Runnable whenHidden = () -> {
    };

    /** Prepares to show sheets. */
    public Sheets() {
        setId("sheets");
        // It only puts itself behind the window otherwise, where the keyboard still reaches it.
        visibleProperty().bind(displayProperty());
        sceneProperty().subscribe(scene -> {
            if (scene != null) {
                scene.addEventFilter(KeyEvent.KEY_PRESSED, this::closeByKey);
            }
        });
        displayProperty().subscribe(shown -> {
            if (!shown) {
                leave();
            }
        });
    }

    /**
     * Shows a sheet at the right edge.
     *
     * @param title its title
     * @param content its content
     * @param buttons what stands at its foot
     */
    public void showAtSide(String title, Node content, Node... buttons) {
        setAlignment(Pos.CENTER_RIGHT);
        usePredefinedTransitionFactories(Side.RIGHT);
        Region sheet = sheet(title, content, buttons);
        sheet.getStyleClass().add("side-sheet");
        setPersistent(false);
        show(sheet);
    }

    /**
     * Shows a sheet in the middle.
     *
     * @param title its title
     * @param content its content
     * @param buttons what stands at its foot
     */
    public void showInMiddle(String title, Node content, Node... buttons) {
        setAlignment(Pos.CENTER);
        setInTransitionFactory(null);
        setOutTransitionFactory(null);
        Region middle = sheet(title, content, buttons);
        middle.getStyleClass().add("middle-sheet");
        middle.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        middle.setOpacity(0);
        setPersistent(false);
        show(middle);
        // A sheet that is laid out anew after its first frame would leave that frame's picture where it stood. Not the pane's
        // own transition: of a second sheet it plays none, and the sheet would stay unseen.
        Animations.fadeIn(middle, FADE).play();
    }

    /** Shows a sheet, whose controls can take the keyboard at once. */
    @Override
    public void show(Node sheet) {
        if (!isDisplay()) {
            focusedBefore = getScene().getFocusOwner();
        }
        runWhenHidden();
        super.show(sheet);
        getParent().applyCss();
    }

    /** Has something done once, when the sheet that is shown is closed or replaced. */
    void onceHidden(Runnable action) {
        whenHidden = action;
    }

    private void runWhenHidden() {
        Runnable action = whenHidden;
        whenHidden = () -> {
        };
        action.run();
    }

    /** Before the sheet's own controls take the key: a table does, even where it edits nothing. What is being typed stays theirs. */
    private void closeByKey(KeyEvent event) {
        boolean typing = event.getTarget() instanceof TextInputControl;
        if (event.getCode() == KeyCode.ESCAPE && isDisplay() && !getPersistent() && !typing) {
            hide();
            event.consume();
        }
    }

    private void leave() {
        setContent(null);
        runWhenHidden();
        if (focusedBefore != null) {
            focusedBefore.requestFocus();
            focusedBefore = null;
        }
    }

    private Region sheet(String title, Node content, Node... buttons) {
        Label heading = new Label(title);
        heading.getStyleClass().add("sheet-title");
        Button close = new Button(null, new FontIcon(Feather.X));
        close.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        close.setAccessibleText("Close");
        close.setId("sheet-close");
        close.setOnAction(e -> hide());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(heading, gap, close);
        head.setAlignment(Pos.CENTER_LEFT);
        BorderPane sheet = new BorderPane(content);
        sheet.getStyleClass().add("sheet");
        sheet.setTop(head);
        if (buttons.length > 0) {
            HBox foot = new HBox(buttons);
            foot.getStyleClass().add("sheet-foot");
            foot.setAlignment(Pos.CENTER_RIGHT);
            sheet.setBottom(foot);
        }
        return sheet;
    }
}
