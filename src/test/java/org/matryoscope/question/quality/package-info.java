@NullMarked
package org.matryoscope.question.quality;

import org.jspecify.annotations.NullMarked;
