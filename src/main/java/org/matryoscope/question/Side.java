package org.matryoscope.question;

/** Which of the two sets of vectors a contender is made of: A, or B which it is set against. */
public enum Side {
    A, B
}
