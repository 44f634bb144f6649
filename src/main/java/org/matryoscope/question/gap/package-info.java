/** The question "gap": its options, study, answer, finding and chart, and nothing of other questions. */
@NullMarked
package org.matryoscope.question.gap;

import org.jspecify.annotations.NullMarked;
