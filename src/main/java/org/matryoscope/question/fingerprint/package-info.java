/** Fingerprint: were the vectors trained at prefixes? Told from the vectors alone; the measure itself is in {@code metric}. */
@NullMarked
package org.matryoscope.question.fingerprint;

import org.jspecify.annotations.NullMarked;
