/** Background work: latest request wins, progress, cancellation. */
@NullMarked
package org.matryoscope.app.task;

import org.jspecify.annotations.NullMarked;
