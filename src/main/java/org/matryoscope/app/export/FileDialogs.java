package org.matryoscope.app.export;

import java.nio.file.Path;
import java.util.Optional;

import javafx.stage.Window;

/** Asks for files and folders; the system's dialogs outside tests. */
public interface FileDialogs {
    /**
     * Asks for a folder.
     *
     * @param owner the window asking
     * @param title what for
     * @return the folder, or nothing if the user gave up
     */
    Optional<Path> chooseFolder(Window owner, String title);

    /**
     * Asks for a file to open.
     *
     * @param owner the window asking
     * @param title what for
     * @param kind the kind of files in words ("Texts")
     * @param patterns file name patterns ("*.csv")
     * @return the file, or nothing if the user gave up
     */
    Optional<Path> openFile(Window owner, String title, String kind, String... patterns);

    /**
     * Asks where to save a file.
     *
     * @param owner the window asking
     * @param title what for
     * @param name the proposed file name, whose ending is kept
     * @return the file, or nothing if the user gave up
     */
    Optional<Path> saveFile(Window owner, String title, String name);
}
