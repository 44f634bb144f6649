/** What every layer may use: progress with cancellation, and problems that a user can mend. */
@NullMarked
package org.matryoscope.base;

import org.jspecify.annotations.NullMarked;
