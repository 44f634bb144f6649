/** The JavaFX window: state, views, charts and tasks; it computes nothing itself. */
@NullMarked
package org.matryoscope.app;

import org.jspecify.annotations.NullMarked;
