/** Stages: is searching with a short prefix first, and ranking a shortlist again, as good and cheaper? */
@NullMarked
package org.matryoscope.question.stages;

import org.jspecify.annotations.NullMarked;
