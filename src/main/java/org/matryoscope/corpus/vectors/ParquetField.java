package org.matryoscope.corpus.vectors;

import java.util.ArrayList;
import java.util.List;

import dev.hardwood.metadata.LogicalType;
import dev.hardwood.metadata.RepetitionType;
import dev.hardwood.schema.SchemaNode;
import dev.hardwood.schema.SchemaNode.GroupNode;
import dev.hardwood.schema.SchemaNode.PrimitiveNode;

/**
 * A field of a Parquet file that can be read.
 *
 * @param name its name; a struct's fields are "outer.inner"
 * @param column the index of the column that holds it
 * @param type what it holds
 * @param isList whether it holds a list of numbers a row, and not a value
 */
record ParquetField(String name, int column, Type type, boolean isList) {
    /** What a column holds. */
    enum Type {
        TEXT, BYTES, BOOLEAN, INT, LONG, FLOAT16, FLOAT, DOUBLE;

        boolean isNumber() {
            return this != TEXT && this != BYTES && this != BOOLEAN;
        }
    }

    /** Returns what can be read in a file; maps, lists of anything but numbers and dates of the old kind cannot. */
    static List<ParquetField> of(GroupNode root) {
        List<ParquetField> fields = new ArrayList<>();
        root.children().forEach(child -> add(child, "", fields));
        return fields;
    }

    private static void add(SchemaNode node, String prefix, List<ParquetField> fields) {
        String name = prefix + node.name();
        switch (node) {
            case PrimitiveNode primitive -> add(name, primitive, primitive.maxRepetitionLevel() == 1, fields);
            case GroupNode group -> {
                if (group.isList()) {
                    if (group.getListElement() instanceof PrimitiveNode element && element.maxRepetitionLevel() == 1) {
                        add(name, element, true, fields);
                    }
                } else if (group.isStruct() && group.repetitionType() != RepetitionType.REPEATED) {
                    group.children().forEach(child -> add(child, name + ".", fields));
                }
            }
        }
    }

    private static void add(String name, PrimitiveNode node, boolean isList, List<ParquetField> fields) {
        Type type = switch (node.type()) {
            case FLOAT -> Type.FLOAT;
            case DOUBLE -> Type.DOUBLE;
            case INT32 -> Type.INT;
            case INT64 -> Type.LONG;
            case BOOLEAN -> Type.BOOLEAN;
            case BYTE_ARRAY -> node.logicalType() == null ? Type.BYTES : Type.TEXT;
            case FIXED_LEN_BYTE_ARRAY -> node.logicalType() instanceof LogicalType.Float16Type
                    ? Type.FLOAT16
                    : node.logicalType() == null ? Type.BYTES : null;
            case INT96 -> null;
        };
        if (type != null && (type.isNumber() || !isList)) {
            fields.add(new ParquetField(name, node.columnIndex(), type, isList));
        }
    }
}
