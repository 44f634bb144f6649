/** Lab: can a linear map trained on these texts make prefixes better? */
@NullMarked
package org.matryoscope.question.lab;

import org.jspecify.annotations.NullMarked;
