/** Tests of the chart toolkit. */
@NullMarked
package org.matryoscope.app.chart;

import org.jspecify.annotations.NullMarked;
