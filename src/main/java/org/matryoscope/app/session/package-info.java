/** What is open: models, corpus and query, and the way from a choice to a result. */
@NullMarked
package org.matryoscope.app.session;

import org.jspecify.annotations.NullMarked;
