/** What every layer may use: progress with cancellation, problems that a user can mend, and the types of numbers in files. */
@NullMarked
package org.matryoscope.base;

import org.jspecify.annotations.NullMarked;
