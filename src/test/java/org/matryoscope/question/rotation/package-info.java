@NullMarked
package org.matryoscope.question.rotation;

import org.jspecify.annotations.NullMarked;
