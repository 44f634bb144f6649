/**
 * Sessions: everything on screen as a file, saved on its own and restored at the next start. Settings, which hold for every
 * session, are in {@code app.settings}.
 */
@NullMarked
package org.matryoscope.app.saved;

import org.jspecify.annotations.NullMarked;
