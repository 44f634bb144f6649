/** The question "energy": its options, study, answer, finding and chart, and nothing of other questions. */
@NullMarked
package org.matryoscope.question.energy;

import org.jspecify.annotations.NullMarked;
