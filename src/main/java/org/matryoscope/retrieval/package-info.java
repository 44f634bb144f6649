/** Finding documents: exact ranking, moved from prefix to prefix. */
@NullMarked
package org.matryoscope.retrieval;

import org.jspecify.annotations.NullMarked;
