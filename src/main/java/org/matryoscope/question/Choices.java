package org.matryoscope.question;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The values of a question's options. An option without a value of its own has its initial one.
 *
 * @param values by the option's name
 */
public record Choices(Map<String, Object> values) {
    /** Nothing chosen: every option has its initial value. */
    public static final Choices INITIAL = new Choices(Map.of());

    /** Copies the map. */
    public Choices {
        values = Map.copyOf(values);
    }

    /** Returns an option's value. */
    @SuppressWarnings("unchecked")
    public <T> T get(Option<T> option) {
        // Only with(), whose parameters have the same T, puts values in.
        return (T) values.getOrDefault(option.name(), option.initial());
    }

    /** Returns the same with another value of one option. */
    public <T> Choices with(Option<T> option, T value) {
        Map<String, Object> next = new HashMap<>(values);
        next.put(option.name(), value);
        return new Choices(next);
    }

    /** Returns the same with what was written for an option, on the command line or in a session. */
    public <T> Choices parsed(Option<T> option, String text) {
        return with(option, option.parse(text));
    }

    /** Returns only what decides over the answer itself, and not over how it is shown. */
    public Choices deciding(List<Option<?>> options) {
        Map<String, Object> deciding = new HashMap<>();
        options.stream().filter(option -> !option.shown()).forEach(option -> deciding.put(option.name(), get(option)));
        return new Choices(deciding);
    }
}
