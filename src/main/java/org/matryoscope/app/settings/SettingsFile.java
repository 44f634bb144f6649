package org.matryoscope.app.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import net.harawata.appdirs.AppDirsFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.matryoscope.base.Problem;

/**
 * The settings on disk: {@code settings.json} in the platform's configuration folder, or in the folder that the system property
 * {@code matryoscope.config} names. Reads and writes files, so not for the FX thread.
 */
public final class SettingsFile {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsFile.class);
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Path file;

    /**
     * Names the file.
     *
     * @param folder where it lies; made when first written
     */
    public SettingsFile(Path folder) {
        file = folder.resolve("settings.json");
    }

    /** Returns the file in the platform's configuration folder. */
    public static SettingsFile standard() {
        String override = System.getProperty("matryoscope.config");
        return new SettingsFile(Path.of(override != null
                ? override
                : AppDirsFactory.getInstance().getUserConfigDir("matryoscope", null, null)));
    }

    /**
     * Reads the settings.
     *
     * @return the settings, or the default ones where there are none that can be read
     */
    public Settings read() {
        if (!Files.isRegularFile(file)) {
            return Settings.DEFAULT;
        }
        try {
            return JSON.readValue(file.toFile(), Settings.class);
        } catch (JacksonException e) {
            LOG.warn("Settings are unreadable and start anew: {}", e.getOriginalMessage());
            return Settings.DEFAULT;
        }
    }

    /**
     * Writes the settings, whole or not at all: to a temporary file beside, which is then moved over the old one.
     *
     * @param settings what to write
     * @throws Problem if the folder cannot be written
     */
    public void write(Settings settings) {
        try {
            Files.createDirectories(file.getParent());
            Path temporary = Files.createTempFile(file.getParent(), "settings", ".tmp");
            try {
                JSON.writeValue(temporary.toFile(), settings);
                Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException | JacksonException e) {
            throw new Problem(file.toString(), "the settings cannot be saved",
                    "Check that the disk has room and that the folder may be written.", e);
        }
    }
}
