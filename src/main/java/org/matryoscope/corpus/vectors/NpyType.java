package org.matryoscope.corpus.vectors;

import java.nio.ByteOrder;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.matryoscope.base.NumberType;
import org.matryoscope.base.Problem;

/** Reads numpy's names of item types, like {@code <f4}. */
final class NpyType {
    /** Longer texts are no texts. */
    private static final int LONGEST_TEXT = 1_000_000;
    private static final Pattern DESCR = Pattern.compile("([<>|=]?)([a-zA-Z])([0-9]{0,9})");
    private static final String SAVE_NUMBERS = "Save numbers, for example numpy.save(file, array.astype('float32')).";

    private NpyType() {
    }

    /**
     * Reads the header's {@code descr}.
     *
     * @param place the array, for messages
     * @param descr a text, or a list of fields
     * @throws Problem if it is a type that cannot be read, or must not be; says why
     */
    static ItemType parse(String place, Object descr) {
        if (descr instanceof List<?> fields) {
            throw new Problem(place, "the array is a structured one, with " + fields.size() + " fields in each item",
                    "Save the field that holds the vectors by itself, for example numpy.save(file, array['vector']).");
        }
        Matcher parts = DESCR.matcher(descr instanceof String name ? name : "");
        if (!parts.matches()) {
            throw unknown(place, descr);
        }
        char kind = parts.group(2).charAt(0);
        if (kind == 'O') {
            throw new Problem(place,
                    "the array holds Python objects, which are pickled, and unpickling can run code from the file;"
                            + " so it is not read",
                    "Save numbers or texts instead, for example numpy.save(file, numpy.stack(array).astype('float32'))"
                            + " or array.astype(str).");
        }
        int size = parts.group(3).isEmpty() ? 0 : Integer.parseInt(parts.group(3));
        int unit = kind == 'U' ? Integer.BYTES : kind == 'S' ? 1 : size;
        ByteOrder order = order(place, parts.group(1), unit, descr);
        return kind == 'U' || kind == 'S'
                ? text(place, kind == 'U', size, order)
                : new NumberItems(number(place, kind, size, descr), order);
    }

    private static ByteOrder order(String place, String mark, int unit, Object descr) {
        if (unit > 1 && !mark.equals("<") && !mark.equals(">")) {
            throw new Problem(place, "the item type “" + descr + "” does not say its byte order", SAVE_NUMBERS);
        }
        return mark.equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    }

    private static TextItems text(String place, boolean wide, int length, ByteOrder order) {
        if (length < 1 || length > LONGEST_TEXT) {
            throw new Problem(place, "each text is said to have " + length + " characters",
                    "Save texts of 1 to " + LONGEST_TEXT + " characters.");
        }
        return new TextItems(wide ? length * Integer.BYTES : length, wide, order);
    }

    private static NumberType number(String place, char kind, int size, Object descr) {
        return switch ("" + kind + size) {
            case "f2" -> NumberType.FLOAT16;
            case "f4" -> NumberType.FLOAT32;
            case "f8" -> NumberType.FLOAT64;
            case "i1" -> NumberType.INT8;
            case "u1", "b1" -> NumberType.UINT8;
            case "i2" -> NumberType.INT16;
            case "u2" -> NumberType.UINT16;
            case "i4" -> NumberType.INT32;
            case "u4" -> NumberType.UINT32;
            case "i8" -> NumberType.INT64;
            case "u8" -> NumberType.UINT64;
            default -> throw unknown(place, descr);
        };
    }

    private static Problem unknown(String place, Object descr) {
        return new Problem(place, "the array's items are of the type “" + descr + "”, which this app cannot read",
                SAVE_NUMBERS);
    }
}
