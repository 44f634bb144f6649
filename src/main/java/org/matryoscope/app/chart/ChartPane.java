package org.matryoscope.app.chart;

import javafx.scene.layout.Region;

/** Stub: replaced by the chart toolkit. */
public final class ChartPane extends Region {
}
