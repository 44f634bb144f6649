package org.matryoscope.app.view;

import java.util.List;

import org.matryoscope.app.state.QueryEncoder;
import org.matryoscope.app.state.Workbench;
import org.matryoscope.app.task.Background;

/** The views of the tab strip. */
public final class Views {
    /** Their names, in the order of the tabs; known before the window is. */
    public static final List<String> NAMES = List.of("scores", "energy", "stability", "bump", "gap", "formats");

    private Views() {
    }

    /**
     * Creates every view, in the order of the tabs.
     *
     * @param workbench the shared state
     * @param background computes
     * @param queryEncoder encodes queries that a view chooses by itself
     * @return the views
     */
    public static List<View> all(Workbench workbench, Background background, QueryEncoder queryEncoder) {
        return List.of(new ScoresView(workbench, background), new EnergyView(workbench, background),
                new StabilityView(workbench, background), new BumpView(workbench, background),
                new GapView(workbench, background, queryEncoder), new FormatsView(workbench, background));
    }
}
