/** Charts: one immutable description, one drawing routine, interaction on an overlay. */
@NullMarked
package org.matryoscope.app.chart;

import org.jspecify.annotations.NullMarked;
