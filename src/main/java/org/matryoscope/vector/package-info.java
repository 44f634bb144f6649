/** The column-major vector store and everything computed on columns: prefix scan, top-k, norms, energy. */
@NullMarked
package org.matryoscope.vector;

import org.jspecify.annotations.NullMarked;
