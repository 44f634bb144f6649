/** The questions that the window and the command line both ask, answered as immutable records. */
@NullMarked
package org.matryoscope.study;

import org.jspecify.annotations.NullMarked;
