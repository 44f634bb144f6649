/** The question "bump": its options, study, answer, finding and chart, and nothing of other questions. */
@NullMarked
package org.matryoscope.question.bump;

import org.jspecify.annotations.NullMarked;
