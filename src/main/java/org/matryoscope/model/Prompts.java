package org.matryoscope.model;

/**
 * The texts put before a query and before a document; empty where the model wants none.
 *
 * @param query the query prompt
 * @param document the document prompt
 */
public record Prompts(String query, String document) {}
