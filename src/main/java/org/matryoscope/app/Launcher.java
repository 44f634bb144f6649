package org.matryoscope.app;

import javafx.application.Application;

import org.matryoscope.base.BackgroundThread;

/** Starts the window from the class path; does not extend {@link Application}, which Java would want on the module path. */
public final class Launcher {
    private Launcher() {
    }

    /**
     * Shows the window and returns when it is closed.
     *
     * @param files what to open in place of the last session: a session's file; may be empty
     */
    public static void launch(String... files) {
        BackgroundThread.makeCommonPool();
        Application.launch(MatryoscopeApp.class, files);
    }
}
