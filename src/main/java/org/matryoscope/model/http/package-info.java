/** HTTP calls that can be cancelled and are tried again, through the proxies that the environment names. */
@NullMarked
package org.matryoscope.model.http;

import org.jspecify.annotations.NullMarked;
