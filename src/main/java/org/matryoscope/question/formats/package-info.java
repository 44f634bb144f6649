/** The question "formats": its options, study, answer, finding and chart, and nothing of other questions. */
@NullMarked
package org.matryoscope.question.formats;

import org.jspecify.annotations.NullMarked;
