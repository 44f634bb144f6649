/**
 * Prepares vectors for the questions: embeds a corpus, imports a file, matches its rows with texts, maps it through a rotation,
 * finds the vector of a query. What is found out about vectors does not belong here, but in a question.
 */
@NullMarked
package org.matryoscope.study;

import org.jspecify.annotations.NullMarked;
