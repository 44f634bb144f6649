package org.matryoscope.question.levels;

import java.util.List;

/**
 * What one query is nearest to, at each level and prefix.
 *
 * @param steps by level, then by prefix
 */
record Ladder(List<List<Step>> steps) {
    /**
     * One step.
     *
     * @param d the prefix length
     * @param label the label whose mean vector is nearest
     * @param margin how much nearer than the next one's, in cosine; 0 where there is one label
     */
    record Step(int d, String label, double margin) {}
}
