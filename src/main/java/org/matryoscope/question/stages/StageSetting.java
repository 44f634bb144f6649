package org.matryoscope.question.stages;

import org.matryoscope.retrieval.Funnel;

/**
 * What a search in steps was measured to find and to cost, in the mean over queries.
 *
 * @param funnel the steps
 * @param recall share of the first k by exact search at D that it finds, 0 … 1
 * @param low lower end of its 95 % interval
 * @param high upper end
 * @param macs multiply-adds a query
 * @param ms milliseconds a query on this machine, the median over a few; NaN where it was not timed
 */
public record StageSetting(Funnel funnel, double recall, double low, double high, double macs, double ms) {
    /** Returns the same without its time. */
    StageSetting untimed() {
        return new StageSetting(funnel, recall, low, high, macs, Double.NaN);
    }
}
