/** Light and dark, text size, fonts and style sheets. */
@NullMarked
package org.matryoscope.app.theme;

import org.jspecify.annotations.NullMarked;
