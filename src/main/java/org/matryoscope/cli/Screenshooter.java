package org.matryoscope.cli;

import java.util.List;

/** Renders the window without showing it. The window's own package provides it: commands know no JavaFX. */
public interface Screenshooter {
    /** Returns the names of the views that can be rendered. */
    List<String> views();

    /**
     * Renders a view and writes it as PNG.
     *
     * @param request what to render and where to write it
     * @throws org.matryoscope.base.Problem if it cannot be rendered or written
     */
    void shoot(ScreenshotRequest request);
}
