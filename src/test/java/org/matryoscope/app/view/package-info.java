/** Tests of the views. */
@NullMarked
package org.matryoscope.app.view;

import org.jspecify.annotations.NullMarked;
