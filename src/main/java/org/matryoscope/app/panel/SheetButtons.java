package org.matryoscope.app.panel;

import javafx.scene.control.Button;

/** The buttons at the foot of a sheet. */
final class SheetButtons {
    private SheetButtons() {
    }

    /** Gives up. */
    static Button cancel(Runnable action) {
        return plain("Cancel", "sheet-cancel", action);
    }

    /** Does what the sheet is for; Enter presses it too. */
    static Button confirm(String text, String id, Runnable action) {
        Button button = plain(text, id, action);
        button.setDefaultButton(true);
        return button;
    }

    /** Does something else. */
    static Button plain(String text, String id, Runnable action) {
        Button button = new Button(text);
        button.setId(id);
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setOnAction(e -> action.run());
        return button;
    }
}
