/** Verdict: how many dimensions should be stored, what is lost, what is saved, and how sure is that? */
@NullMarked
package org.matryoscope.question.verdict;

import org.jspecify.annotations.NullMarked;
