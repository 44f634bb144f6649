package org.matryoscope.app.session;

/** What the user chose for a side. */
public sealed interface SideChoice permits EncoderChoice, VectorsChoice {
    /** Returns the name to show before it is open. */
    String name();
}
