package org.matryoscope.corpus.vectors;

import java.util.ArrayList;
import java.util.List;

import org.apache.arrow.flatbuf.DictionaryEncoding;
import org.apache.arrow.flatbuf.Field;
import org.apache.arrow.flatbuf.FixedSizeBinary;
import org.apache.arrow.flatbuf.FixedSizeList;
import org.apache.arrow.flatbuf.FloatingPoint;
import org.apache.arrow.flatbuf.Int;
import org.apache.arrow.flatbuf.Precision;
import org.apache.arrow.flatbuf.Schema;
import org.apache.arrow.flatbuf.Type;
import org.apache.arrow.flatbuf.Union;
import org.apache.arrow.flatbuf.UnionMode;
import org.jspecify.annotations.Nullable;

import org.matryoscope.base.NumberType;
import org.matryoscope.base.Problem;

/**
 * A field of an Arrow schema.
 *
 * @param name its name; a struct's fields are "outer.inner"
 * @param type {@link Type}
 * @param number what its numbers are; null where it holds none
 * @param size the length of lists or cells that all have the same; else 0
 * @param dense whether it is a union with offsets
 * @param children the fields in it
 * @param dictionary the number of the dictionary with its values; −1 where it holds them itself
 * @param index what the indices into the dictionary are; null where there is none
 */
record ArrowField(String name, byte type, @Nullable NumberType number, int size, boolean dense,
        List<ArrowField> children, long dictionary, @Nullable NumberType index) {
    private static final int DEEPEST = 64;
    private static final int MOST = 100_000;

    /**
     * Reads a schema.
     *
     * @param schema the schema
     * @param place the file, for messages
     * @throws Problem if it is nested too deep or has too many fields
     */
    static List<ArrowField> of(Schema schema, String place) {
        int[] left = {MOST};
        List<ArrowField> fields = new ArrayList<>();
        for (int i = 0; i < schema.fieldsLength(); i++) {
            fields.add(of(schema.fields(i), "", 0, left, place));
        }
        return fields;
    }

    private static ArrowField of(Field field, String prefix, int depth, int[] left, String place) {
        if (depth > DEEPEST || --left[0] < 0) {
            throw new Problem(place, "its fields are nested deeper than " + DEEPEST + " levels or more than " + MOST,
                    "Choose a file with a column of vectors.");
        }
        String name = prefix + (field.name() == null ? "" : field.name());
        byte type = field.typeType();
        List<ArrowField> children = new ArrayList<>();
        for (int i = 0; i < field.childrenLength(); i++) {
            children.add(of(field.children(i), type == Type.Struct_ ? name + "." : name + " ", depth + 1, left, place));
        }
        DictionaryEncoding words = field.dictionary();
        NumberType index = words == null
                ? null
                : words.indexType() == null ? NumberType.INT32 : whole(words.indexType());
        return new ArrowField(name, type, number(field), size(field), isDense(field), List.copyOf(children),
                words == null ? -1 : words.id(), index);
    }

    private static @Nullable NumberType number(Field field) {
        return switch (field.typeType()) {
            case Type.FloatingPoint -> switch (((FloatingPoint) field.type(new FloatingPoint())).precision()) {
                case Precision.HALF -> NumberType.FLOAT16;
                case Precision.SINGLE -> NumberType.FLOAT32;
                case Precision.DOUBLE -> NumberType.FLOAT64;
                default -> null;
            };
            case Type.Int -> whole((Int) field.type(new Int()));
            default -> null;
        };
    }

    private static @Nullable NumberType whole(Int type) {
        return switch (type.bitWidth()) {
            case 8 -> type.isSigned() ? NumberType.INT8 : NumberType.UINT8;
            case 16 -> type.isSigned() ? NumberType.INT16 : NumberType.UINT16;
            case 32 -> type.isSigned() ? NumberType.INT32 : NumberType.UINT32;
            case 64 -> type.isSigned() ? NumberType.INT64 : NumberType.UINT64;
            default -> null;
        };
    }

    private static int size(Field field) {
        return switch (field.typeType()) {
            case Type.FixedSizeList -> ((FixedSizeList) field.type(new FixedSizeList())).listSize();
            case Type.FixedSizeBinary -> ((FixedSizeBinary) field.type(new FixedSizeBinary())).byteWidth();
            default -> 0;
        };
    }

    private static boolean isDense(Field field) {
        return field.typeType() == Type.Union && ((Union) field.type(new Union())).mode() == UnionMode.Dense;
    }

    /** What a field can be read as. */
    enum Kind {
        NUMBER, FLAG, TEXT, BYTES, WORD, LIST, STRUCT, OTHER
    }

    /** Returns what it can be read as. */
    Kind kind() {
        if (dictionary >= 0) {
            return index != null && isText() ? Kind.WORD : Kind.OTHER;
        }
        if (isText()) {
            return Kind.TEXT;
        }
        return switch (type) {
            case Type.FloatingPoint, Type.Int -> number == null ? Kind.OTHER : Kind.NUMBER;
            case Type.Bool -> Kind.FLAG;
            case Type.Binary, Type.LargeBinary, Type.BinaryView -> Kind.BYTES;
            case Type.FixedSizeBinary -> size > 0 ? Kind.BYTES : Kind.OTHER;
            case Type.List, Type.LargeList -> isListOfNumbers() ? Kind.LIST : Kind.OTHER;
            case Type.FixedSizeList -> isListOfNumbers() && size > 0 ? Kind.LIST : Kind.OTHER;
            case Type.Struct_ -> Kind.STRUCT;
            default -> Kind.OTHER;
        };
    }

    private boolean isText() {
        return type == Type.Utf8 || type == Type.LargeUtf8 || type == Type.Utf8View;
    }

    private boolean isListOfNumbers() {
        return children.size() == 1 && children.getFirst().kind() == Kind.NUMBER;
    }

    /** Returns the fields that can be read, itself or those in it where it is a struct. */
    List<ArrowField> leaves() {
        return switch (kind()) {
            case OTHER -> List.of();
            case STRUCT -> children.stream().flatMap(child -> child.leaves().stream()).toList();
            case NUMBER, FLAG, TEXT, BYTES, WORD, LIST -> List.of(this);
        };
    }
}
