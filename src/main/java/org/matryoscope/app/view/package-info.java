/** The views of the tab strip, each answering one question. */
@NullMarked
package org.matryoscope.app.view;

import org.jspecify.annotations.NullMarked;
