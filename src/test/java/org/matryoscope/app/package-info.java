/** Tests that drive the real window on the headless platform, with the real built-in model. */
@NullMarked
package org.matryoscope.app;

import org.jspecify.annotations.NullMarked;
