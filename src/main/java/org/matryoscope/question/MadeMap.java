package org.matryoscope.question;

import java.util.function.Function;

import org.matryoscope.model.adapted.AdaptedCard;
import org.matryoscope.rotation.Rotation;

/**
 * A map that an answer made, to be looked through and taken away.
 *
 * @param name a word for it
 * @param side whose vectors it is for
 * @param map the map
 * @param card given a model's name, what the card of the model says that has the map at its end
 */
public record MadeMap(String name, Side side, Rotation map, Function<String, AdaptedCard> card) {}
