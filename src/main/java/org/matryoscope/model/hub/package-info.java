/** Models from a hub: those that its tools have left in their caches, and getting one by its name. */
@NullMarked
package org.matryoscope.model.hub;

import org.jspecify.annotations.NullMarked;
