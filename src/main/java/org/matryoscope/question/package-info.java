/**
 * What the app can tell. Here is what questions have in common: the contract, options, contenders, findings, tables, JSON. Each
 * question has a package of its own beneath, with its options, its study, its answer, finding and chart; adding one is adding
 * such a package and a line in {@link org.matryoscope.question.Questions}. JavaFX and the command line are not known here.
 */
@NullMarked
package org.matryoscope.question;

import org.jspecify.annotations.NullMarked;
