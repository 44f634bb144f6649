/** Storage: how many bytes and how much money do vectors take, and what do fewer of them keep? */
@NullMarked
package org.matryoscope.question.storage;

import org.jspecify.annotations.NullMarked;
