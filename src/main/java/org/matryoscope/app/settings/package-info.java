/** What the window remembers between runs. */
@NullMarked
package org.matryoscope.app.settings;

import org.jspecify.annotations.NullMarked;
