@NullMarked
package org.matryoscope.chart;

import org.jspecify.annotations.NullMarked;
