package org.matryoscope.app.view;

import java.util.List;

import javafx.scene.Node;

import org.matryoscope.app.chart.ChartPane;

/** One tab of the strip: a question, the charts that answer it, and a computed sentence beneath each. */
public interface View {
    /** The name on the command line and in file names: "scores", "energy", "stability", "bump", "gap", "formats". */
    String name();

    /** The title on the tab. */
    String title();

    /** What is shown; built once. */
    Node node();

    /** The charts that it shows now, for export. */
    List<ChartPane> charts();
}
