@NullMarked
package org.matryoscope.question.gap;

import org.jspecify.annotations.NullMarked;
