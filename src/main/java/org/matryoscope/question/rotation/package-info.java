/** The question "rotation": its options, study, answer, finding and chart, and nothing of other questions. */
@NullMarked
package org.matryoscope.question.rotation;

import org.jspecify.annotations.NullMarked;
