/** The status bar. */
@NullMarked
package org.matryoscope.app.status;

import org.jspecify.annotations.NullMarked;
