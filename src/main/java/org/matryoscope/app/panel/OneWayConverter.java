package org.matryoscope.app.panel;

import java.util.function.Function;

import javafx.util.StringConverter;

/**
 * Words for the options of a list that cannot be typed into.
 *
 * @param <T> the options' type
 */
final class OneWayConverter<T> extends StringConverter<T> {
    private final Function<T, String> words;

    OneWayConverter(Function<T, String> words) {
        this.words = words;
    }

    @Override
    public String toString(T option) {
        return option == null ? "" : words.apply(option);
    }

    @Override
    public T fromString(String text) {
        throw new UnsupportedOperationException("an option cannot be typed");
    }
}
