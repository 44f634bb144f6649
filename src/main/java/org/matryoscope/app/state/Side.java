package org.matryoscope.app.state;

/** Model A, or model B which it is set against. */
public enum Side {
    A, B
}
