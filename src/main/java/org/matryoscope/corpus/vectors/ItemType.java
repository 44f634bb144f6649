package org.matryoscope.corpus.vectors;

import java.lang.foreign.MemorySegment;
import java.nio.charset.CharacterCodingException;

/** What the items of an array are, and how one is written. */
sealed interface ItemType permits NumberItems, TextItems {
    /** Returns the bytes of an item, 1 or more. */
    int bytes();

    /**
     * Returns an item as text.
     *
     * @param from the bytes
     * @param offset where in them the item begins
     * @throws CharacterCodingException if it is a text in another encoding
     */
    String text(MemorySegment from, long offset) throws CharacterCodingException;
}
