package org.matryoscope;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.matryoscope.app.Launcher;
import org.matryoscope.app.saved.SavedSession;
import org.matryoscope.app.screenshot.WindowScreenshooter;
import org.matryoscope.base.NativeLibrary;
import org.matryoscope.cli.Cli;
import org.matryoscope.cli.Terminal;
import org.matryoscope.corpus.CacheFolders;
import org.matryoscope.question.Questions;

/** Starts the window, or a command where one is given. */
public final class Main {
    /** Held, since loggers are collected and with them their levels; JavaFX warns that it stands on the class path. */
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    private Main() {
    }

    /**
     * The entry point of the jar.
     *
     * @param args empty or a session's file for the window, else a command and its options
     */
    public static void main(String[] args) {
        JAVAFX.setLevel(Level.SEVERE);
        NativeLibrary.keepIn(CacheFolders.platform().resolve("native"));
        if (args.length == 0 || (args.length == 1 && SavedSession.isOne(Path.of(args[0])))) {
            Launcher.launch(args);
            return;
        }
        // Commands say what matters themselves; their output belongs to other programs.
        System.setProperty("matryoscope.log", "OFF");
        System.exit(Cli.run(args, utf8(FileDescriptor.out), utf8(FileDescriptor.err), Terminal.showsStandardError(),
                Questions.ALL, new WindowScreenshooter()));
    }

    /** JSON is UTF-8 whatever the terminal's encoding. */
    private static PrintWriter utf8(FileDescriptor descriptor) {
        return new PrintWriter(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
