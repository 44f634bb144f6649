@NullMarked
package org.matryoscope.question.formats;

import org.jspecify.annotations.NullMarked;
