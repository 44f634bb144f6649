package org.matryoscope.app.state;

/** Encodes queries that a view asks for beside the one in the query field. */
@FunctionalInterface
public interface QueryEncoder {
    /**
     * Encodes a query; to be called off the FX thread.
     *
     * @param text the query
     * @param side the model to encode it with
     * @return D entries
     * @throws org.matryoscope.base.Problem if the side has no model, or its output is not an embedding
     */
    float[] encode(String text, Side side);
}
