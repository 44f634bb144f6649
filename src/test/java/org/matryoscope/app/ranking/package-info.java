/** Tests of the ranking list. */
@NullMarked
package org.matryoscope.app.ranking;

import org.jspecify.annotations.NullMarked;
