/** Gives a model away with a linear map at its end, in folders that other tools open. */
@NullMarked
package org.matryoscope.model.adapted;

import org.jspecify.annotations.NullMarked;
