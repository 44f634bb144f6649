/** Quality: how good is the ranking at each prefix, where it is known which documents are relevant? */
@NullMarked
package org.matryoscope.question.quality;

import org.jspecify.annotations.NullMarked;
