package org.matryoscope.corpus.vectors;

import tools.jackson.core.io.NumberInput;

/** Numbers as they are written in lists and cells: decimal, with an exponent or not, NaN and infinite ones too. */
final class NumberText {
    private NumberText() {
    }

    /**
     * Reads a number; one too large for a float becomes infinite.
     *
     * @throws NumberFormatException if it is none
     */
    static float parse(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E';
            if (!plain) {
                return notFinite(text);
            }
        }
        return NumberInput.parseFloat(text, true);
    }

    private static float notFinite(String text) {
        boolean negative = text.startsWith("-");
        return switch (negative || text.startsWith("+") ? text.substring(1) : text) {
            case "nan", "NaN", "NAN" -> Float.NaN;
            case "inf", "Inf", "INF", "Infinity" -> negative ? Float.NEGATIVE_INFINITY : Float.POSITIVE_INFINITY;
            default -> throw new NumberFormatException(text);
        };
    }

    /** Whether a text is a number. */
    static boolean isNumber(String text) {
        try {
            parse(text);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
