/** Failures, shown without stopping the user. */
@NullMarked
package org.matryoscope.app.notice;

import org.jspecify.annotations.NullMarked;
