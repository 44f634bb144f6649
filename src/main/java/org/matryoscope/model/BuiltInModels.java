package org.matryoscope.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.matryoscope.base.Installation;
import org.matryoscope.base.Problem;

/** Finds the models that come with the app. */
public final class BuiltInModels {
    private BuiltInModels() {
    }

    /**
     * Lists the model folders in {@code models} of the installation.
     *
     * @return the folders, sorted by name; empty where the installation has none
     * @throws Problem if the folder cannot be read
     */
    public static List<Path> folders() {
        Path models = Installation.home().resolve("models");
        if (!Files.isDirectory(models)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(models)) {
            return entries.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new Problem(models.toString(), "the folder of built-in models cannot be read",
                    "Check the permissions of the folder, or install the app again.", e);
        }
    }
}
