package org.matryoscope.app.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.matryoscope.base.Problem;

/**
 * A value kept in a JSON file. Reads and writes files, so not for the FX thread.
 *
 * @param <T> a record
 */
public final class JsonFile<T> {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Path file;
    private final Class<T> type;
    private final String what;

    /**
     * Names a file.
     *
     * @param file where it lies; its folder is made when it is first written
     * @param type what is in it
     * @param what it is, as in "the settings cannot be saved"
     */
    public JsonFile(Path file, Class<T> type, String what) {
        this.file = file;
        this.type = type;
        this.what = what;
    }

    /** Returns where it lies. */
    public Path path() {
        return file;
    }

    /**
     * Reads the value.
     *
     * @return it; nothing where there is no file
     * @throws Problem if the file cannot be read as one
     */
    public Optional<T> read() {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(file.toFile(), type));
        } catch (JacksonException e) {
            throw new Problem(file.toString(), what + " cannot be read: " + e.getOriginalMessage(),
                    "Choose another file, or remove it to start anew.", e);
        }
    }

    /**
     * Writes the value, whole or not at all: to a temporary file beside, which then takes the old one's place. Whoever is killed
     * meanwhile leaves the old one.
     *
     * @param value what to write
     * @throws Problem if the folder cannot be written
     */
    public void write(T value) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            Path temporary = Files.createTempFile(folder, String.valueOf(file.getFileName()), ".tmp");
            try {
                JSON.writeValue(temporary.toFile(), value);
                Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException | JacksonException e) {
            throw new Problem(file.toString(), what + " cannot be saved",
                    "Check that the disk has room and that the folder may be written.", e);
        }
    }
}
