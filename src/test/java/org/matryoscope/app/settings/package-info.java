/** Tests of the settings. */
@NullMarked
package org.matryoscope.app.settings;

import org.jspecify.annotations.NullMarked;
