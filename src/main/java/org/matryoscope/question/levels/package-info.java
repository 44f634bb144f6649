/** Levels: which label level can each prefix tell apart? */
@NullMarked
package org.matryoscope.question.levels;

import org.jspecify.annotations.NullMarked;
