/** Results in the form in which other programs read them: JSON. */
@NullMarked
package org.matryoscope.export;

import org.jspecify.annotations.NullMarked;
