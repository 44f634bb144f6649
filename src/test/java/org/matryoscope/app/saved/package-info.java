@NullMarked
package org.matryoscope.app.saved;

import org.jspecify.annotations.NullMarked;
