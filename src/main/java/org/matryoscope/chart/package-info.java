/** Charts as data, and their drawing on a surface. What is charted is not known here, and neither is JavaFX. */
@NullMarked
package org.matryoscope.chart;

import org.jspecify.annotations.NullMarked;
