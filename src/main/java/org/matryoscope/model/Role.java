package org.matryoscope.model;

/** Whether a text is encoded as a query or as a document; models may prepend a different prompt to each. */
public enum Role {
    QUERY, DOCUMENT
}
