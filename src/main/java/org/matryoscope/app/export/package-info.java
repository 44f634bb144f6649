/** Pictures and numbers out of the window. */
@NullMarked
package org.matryoscope.app.export;

import org.jspecify.annotations.NullMarked;
