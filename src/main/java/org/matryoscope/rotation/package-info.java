/**
 * Linear maps on vectors: fitting, applying, saving. What vectors stand for and what is measured of them is not known here.
 */
@NullMarked
package org.matryoscope.rotation;

import org.jspecify.annotations.NullMarked;
