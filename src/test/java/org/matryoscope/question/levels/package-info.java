@NullMarked
package org.matryoscope.question.levels;

import org.jspecify.annotations.NullMarked;
