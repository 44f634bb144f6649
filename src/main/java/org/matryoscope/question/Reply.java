package org.matryoscope.question;

/** What becomes of a question. */
public sealed interface Reply permits Answer, Unanswered {
}
