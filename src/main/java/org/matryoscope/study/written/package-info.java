/** Vectors written to files, cut and re-normalised, in a stream. */
@NullMarked
package org.matryoscope.study.written;

import org.jspecify.annotations.NullMarked;
