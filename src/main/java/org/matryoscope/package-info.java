/** The entry point, which joins the command line to the window. */
@NullMarked
package org.matryoscope;

import org.jspecify.annotations.NullMarked;
