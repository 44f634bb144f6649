/** Model folders on disk, read into encoders that turn texts into vectors. */
@NullMarked
package org.matryoscope.model;

import org.jspecify.annotations.NullMarked;
