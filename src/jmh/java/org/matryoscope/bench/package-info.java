/** Benchmarks: the numeric core, the encoder and the window. */
@NullMarked
package org.matryoscope.bench;

import org.jspecify.annotations.NullMarked;
