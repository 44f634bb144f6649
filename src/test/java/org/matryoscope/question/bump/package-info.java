@NullMarked
package org.matryoscope.question.bump;

import org.jspecify.annotations.NullMarked;
