@NullMarked
package org.matryoscope.question.scores;

import org.jspecify.annotations.NullMarked;
