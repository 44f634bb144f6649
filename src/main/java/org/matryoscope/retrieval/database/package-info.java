/** What databases have to be told to store and search vectors as recommended. */
@NullMarked
package org.matryoscope.retrieval.database;

import org.jspecify.annotations.NullMarked;
