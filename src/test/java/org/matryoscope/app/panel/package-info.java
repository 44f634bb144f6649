/** Tests of the sheets, in the real window. */
@NullMarked
package org.matryoscope.app.panel;

import org.jspecify.annotations.NullMarked;
