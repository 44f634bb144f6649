/** Tests of background work, and its test double. */
@NullMarked
package org.matryoscope.app.task;

import org.jspecify.annotations.NullMarked;
