/** Results written to files: PNG, CSV and JSON. */
@NullMarked
package org.matryoscope.export;

import org.jspecify.annotations.NullMarked;
