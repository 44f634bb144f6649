@NullMarked
package org.matryoscope.question;

import org.jspecify.annotations.NullMarked;
