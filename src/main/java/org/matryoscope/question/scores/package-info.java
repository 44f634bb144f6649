/** The question "scores": its options, study, answer, finding and chart, and nothing of other questions. */
@NullMarked
package org.matryoscope.question.scores;

import org.jspecify.annotations.NullMarked;
