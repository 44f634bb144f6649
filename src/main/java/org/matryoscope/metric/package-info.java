/** Agreement, variance and interval metrics over rankings and scores; knows nothing but vectors. */
@NullMarked
package org.matryoscope.metric;

import org.jspecify.annotations.NullMarked;
