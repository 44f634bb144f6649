/** The models, the corpus and the query at the top of the window. */
@NullMarked
package org.matryoscope.app.header;

import org.jspecify.annotations.NullMarked;
