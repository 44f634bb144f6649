/** The studies without a window. */
@NullMarked
package org.matryoscope.cli;

import org.jspecify.annotations.NullMarked;
