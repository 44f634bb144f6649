/** Sheets over the window: the model's settings, the corpus's texts, about, keys. */
@NullMarked
package org.matryoscope.app.panel;

import org.jspecify.annotations.NullMarked;
