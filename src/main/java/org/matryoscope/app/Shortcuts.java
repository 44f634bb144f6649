package org.matryoscope.app;

import java.util.Map;
import java.util.function.UnaryOperator;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

import org.matryoscope.app.header.Header;
import org.matryoscope.app.panel.HelpMenu;
import org.matryoscope.app.slider.PrefixBar;
import org.matryoscope.app.theme.TextScale;
import org.matryoscope.app.view.QuestionDeck;
import org.matryoscope.question.Side;

/** The keys that work wherever the keyboard is in the window. */
final class Shortcuts {
    private final Instrument instrument;
    private final PrefixBar prefixBar;
    private final Map<KeyCombination, Runnable> keys;
    private final QuestionDeck views;

    Shortcuts(Instrument instrument, Header header, PrefixBar prefixBar, WindowActions actions, HelpMenu help,
            QuestionDeck views) {
        this.instrument = instrument;
        this.prefixBar = prefixBar;
        this.views = views;
        keys = Map.ofEntries(Map.entry(key("Shortcut+L"), header::focusQuery),
                Map.entry(key("Shortcut+O"), actions::chooseCorpus),
                Map.entry(key("Shortcut+Shift+O"), () -> actions.chooseModel(Side.A)),
                Map.entry(key("Shortcut+E"), actions::editCorpus),
                Map.entry(key("Shortcut+Shift+V"), actions::pasteCorpus),
                Map.entry(key("Shortcut+I"), () -> actions.showModel(Side.A)),
                Map.entry(key("Shortcut+Shift+I"), () -> actions.showModel(Side.B)),
                Map.entry(key("F1"), help::showKeys));
    }

    private static KeyCombination key(String name) {
        return KeyCombination.valueOf(name);
    }

    /** Makes the keys work in a window's content. */
    void install(Parent root) {
        root.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (handle(event, root.getScene().getFocusOwner())) {
                event.consume();
            }
        });
    }

    private boolean handle(KeyEvent event, Node focused) {
        for (Map.Entry<KeyCombination, Runnable> entry : keys.entrySet()) {
            if (entry.getKey().match(event)) {
                entry.getValue().run();
                return true;
            }
        }
        if (event.isShortcutDown() && (scaled(event.getCode()) || viewed(event.getCode()))) {
            return true;
        }
        boolean spaceIsTaken = focused instanceof TextInputControl || focused instanceof ButtonBase
                || focused instanceof ComboBoxBase<?> || focused instanceof ChoiceBox<?>;
        if (event.getCode() == KeyCode.SPACE && !event.isShortcutDown() && !spaceIsTaken) {
            prefixBar.toggleSweep();
            return true;
        }
        return false;
    }

    /** With or without Shift: on a US keyboard + is Shift and =. */
    private boolean scaled(KeyCode code) {
        switch (code) {
            case PLUS, EQUALS, ADD -> scale(TextScale::larger);
            case MINUS, SUBTRACT, UNDERSCORE -> scale(TextScale::smaller);
            case DIGIT0, NUMPAD0 -> scale(size -> TextScale.PERCENT_100);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** A digit shows the question of that place, the page keys the one before or after. */
    private boolean viewed(KeyCode code) {
        switch (code) {
            case PAGE_UP -> views.showNext(-1);
            case PAGE_DOWN -> views.showNext(1);
            default -> {
                if (!code.isDigitKey()) {
                    return false;
                }
                views.show(Integer.parseInt(code.getChar()) - 1);
            }
        }
        return true;
    }

    private void scale(UnaryOperator<TextScale> change) {
        TextScale scale = change.apply(instrument.look().scale().get());
        instrument.look().scale().set(scale);
        instrument.preferences().update(settings -> settings.withTextScale(scale));
    }
}
