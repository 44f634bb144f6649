/** Pictures of the window without a display. */
@NullMarked
package org.matryoscope.app.screenshot;

import org.jspecify.annotations.NullMarked;
