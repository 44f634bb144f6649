package org.matryoscope.app.settings;

import java.util.function.UnaryOperator;

import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Duration;

import org.matryoscope.app.task.Background;

/** The settings in force; each change is saved half a second after the last one. */
public final class Preferences {
    private static final Duration DELAY = Duration.millis(500);

    private final SettingsFile file;
    private final ReadOnlyObjectWrapper<Settings> settings;
    private final PauseTransition save = new PauseTransition(DELAY);
    private boolean unsaved;

    /**
     * Starts with what was read.
     *
     * @param initial the settings as read
     * @param file where changes are saved
     * @param files writes them
     */
    public Preferences(Settings initial, SettingsFile file, Background files) {
        this.file = file;
        settings = new ReadOnlyObjectWrapper<>(this, "settings", initial);
        save.setOnFinished(e -> {
            if (unsaved) {
                files.latest("settings", "Saving settings", progress -> {
                    file.write(settings.get());
                    return true;
                }, saved -> unsaved = false);
            }
        });
    }

    /** The settings in force. */
    public ReadOnlyObjectProperty<Settings> settings() {
        return settings.getReadOnlyProperty();
    }

    /**
     * Changes the settings.
     *
     * @param change old settings to new
     */
    public void update(UnaryOperator<Settings> change) {
        settings.set(change.apply(settings.get()));
        unsaved = true;
        save.playFromStart();
    }

    /** Writes what is not saved yet, in the calling thread: for the end of the app. */
    public void flush() {
        if (unsaved) {
            file.write(settings.get());
            unsaved = false;
        }
    }
}
