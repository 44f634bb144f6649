/** Documents, labels and relevance judgements, their readers, and the on-disk embedding cache. */
@NullMarked
package org.matryoscope.corpus;

import org.jspecify.annotations.NullMarked;
