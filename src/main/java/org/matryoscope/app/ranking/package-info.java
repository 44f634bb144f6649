/** The ranking at the current prefix beside the order at full dimension. */
@NullMarked
package org.matryoscope.app.ranking;

import org.jspecify.annotations.NullMarked;
