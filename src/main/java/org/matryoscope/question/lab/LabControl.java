package org.matryoscope.question.lab;

import org.matryoscope.training.PrefixWeights;

/** What a reader may change while a map is trained. Asked on the training's thread. */
public interface LabControl {
    /** Returns the prefixes, and how much each counts now. */
    PrefixWeights weights();

    /** Says whether to stop here and keep what was reached. */
    boolean stopped();

    /** Nothing changes. */
    static LabControl steady(PrefixWeights weights) {
        return new LabControl() {
            @Override
            public PrefixWeights weights() {
                return weights;
            }

            @Override
            public boolean stopped() {
                return false;
            }
        };
    }
}
