package org.matryoscope.question.lab;

import org.matryoscope.question.Asking;
import org.matryoscope.training.PrefixWeights;

/** What a reader may change while a map is trained. Looked at on the training's thread. */
record LabControl(Asking asking) {
    /** Returns the prefixes, and how much each counts now. */
    PrefixWeights weights() {
        return LabWeights.of(LabQuestion.prefixes(asking), asking.dimension(), asking.now(LabQuestion.WEIGHTS));
    }

    /** Says whether to wait. */
    boolean paused() {
        return asking.now(LabQuestion.PAUSED);
    }

    /** Returns how many steps a second are made at most. */
    int pace() {
        return asking.now(LabQuestion.PACE);
    }
}
