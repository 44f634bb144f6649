@NullMarked
package org.matryoscope.retrieval;

import org.jspecify.annotations.NullMarked;
