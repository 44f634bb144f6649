/** The one shared state that every control and view observes. */
@NullMarked
package org.matryoscope.app.state;

import org.jspecify.annotations.NullMarked;
