/** The prefix slider with its nested dolls and its sweep. */
@NullMarked
package org.matryoscope.app.slider;

import org.jspecify.annotations.NullMarked;
