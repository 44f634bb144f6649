/** The question "stability": its options, study, answer, finding and chart, and nothing of other questions. */
@NullMarked
package org.matryoscope.question.stability;

import org.jspecify.annotations.NullMarked;
