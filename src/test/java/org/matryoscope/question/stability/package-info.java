@NullMarked
package org.matryoscope.question.stability;

import org.jspecify.annotations.NullMarked;
