/** The verdict as one page of HTML that needs nothing else. */
@NullMarked
package org.matryoscope.report;

import org.jspecify.annotations.NullMarked;
