package org.matryoscope.question.lab;

import org.matryoscope.base.Numbers;

/**
 * How texts, queries or pairs were dealt out.
 *
 * @param what was dealt out: "texts", "judged queries"
 * @param training how many are learnt from
 * @param validation how many decide when to stop
 * @param test how many are measured in the end
 */
public record Dealt(String what, int training, int validation, int test) {
    /** Says it in a sentence. */
    public String words() {
        return "Of the %s: %s to learn from, %s to stop by, %s to measure.".formatted(what, Numbers.whole(training),
                Numbers.whole(validation), Numbers.whole(test));
    }
}
