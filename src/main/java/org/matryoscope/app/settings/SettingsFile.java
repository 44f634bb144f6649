package org.matryoscope.app.settings;

import java.nio.file.Path;

import net.harawata.appdirs.AppDirsFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.matryoscope.base.Problem;

/**
 * The settings on disk: {@code settings.json} in the platform's configuration folder, or in the folder that the system property
 * {@code matryoscope.config} names. Reads and writes files, so not for the FX thread.
 */
public final class SettingsFile {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsFile.class);

    private final JsonFile<Settings> file;

    /**
     * Names the file.
     *
     * @param folder where it lies; made when first written
     */
    public SettingsFile(Path folder) {
        file = new JsonFile<>(folder.resolve("settings.json"), Settings.class, "the settings");
    }

    /** Returns the folder of settings and of the session. */
    public static Path standardFolder() {
        String override = System.getProperty("matryoscope.config");
        return Path.of(
                override != null ? override : AppDirsFactory.getInstance().getUserConfigDir("matryoscope", null, null));
    }

    /** Returns the file in the platform's configuration folder. */
    public static SettingsFile standard() {
        return new SettingsFile(standardFolder());
    }

    /**
     * Reads the settings.
     *
     * @return the settings, or the default ones where there are none that can be read
     */
    public Settings read() {
        try {
            return file.read().orElse(Settings.DEFAULT);
        } catch (Problem unreadable) {
            LOG.warn("Settings start anew: {}", unreadable.getMessage());
            return Settings.DEFAULT;
        }
    }

    /**
     * Writes the settings, whole or not at all.
     *
     * @param settings what to write
     * @throws Problem if the folder cannot be written
     */
    public void write(Settings settings) {
        file.write(settings);
    }
}
