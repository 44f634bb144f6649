/** Tests of the slider. */
@NullMarked
package org.matryoscope.app.slider;

import org.jspecify.annotations.NullMarked;
