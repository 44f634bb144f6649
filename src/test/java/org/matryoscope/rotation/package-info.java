@NullMarked
package org.matryoscope.rotation;

import org.jspecify.annotations.NullMarked;
