@NullMarked
package org.matryoscope.question.energy;

import org.jspecify.annotations.NullMarked;
