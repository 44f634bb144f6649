/** Tests of the session. */
@NullMarked
package org.matryoscope.app.session;

import org.jspecify.annotations.NullMarked;
