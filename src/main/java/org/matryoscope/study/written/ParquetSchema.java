package org.matryoscope.study.written;

import java.util.ArrayList;
import java.util.List;

import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.Float16Type;
import org.apache.parquet.format.IntType;
import org.apache.parquet.format.ListType;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.StringType;
import org.apache.parquet.format.Type;

import org.matryoscope.vector.NumberFormat;

/** The fields of a Parquet file, as its footer lists them: a group stands before what is in it. */
final class ParquetSchema {
    /** The names within a list that Parquet's description asks for. */
    private static final String LIST = "list";
    private static final String ELEMENT = "element";

    private final List<SchemaElement> fields = new ArrayList<>();
    private final SchemaElement root = new SchemaElement("schema");

    ParquetSchema() {
        fields.add(root);
    }

    List<SchemaElement> fields() {
        return fields;
    }

    /** Adds a text. */
    ParquetColumn text(String name) {
        SchemaElement field = field(name, Type.BYTE_ARRAY);
        field.setConverted_type(ConvertedType.UTF8);
        field.setLogicalType(LogicalType.STRING(new StringType()));
        addToRoot(field);
        return ParquetColumn.single(name, Type.BYTE_ARRAY);
    }

    /** Adds a number. */
    ParquetColumn number(String name) {
        addToRoot(field(name, Type.FLOAT));
        return ParquetColumn.single(name, Type.FLOAT);
    }

    /** Adds a list of numbers in a format. */
    ParquetColumn vector(String name, NumberFormat format, int length) {
        SchemaElement group = new SchemaElement(name);
        group.setRepetition_type(FieldRepetitionType.REQUIRED);
        group.setNum_children(1);
        group.setConverted_type(ConvertedType.LIST);
        group.setLogicalType(LogicalType.LIST(new ListType()));
        addToRoot(group);
        SchemaElement repeated = new SchemaElement(LIST);
        repeated.setRepetition_type(FieldRepetitionType.REPEATED);
        repeated.setNum_children(1);
        fields.add(repeated);
        SchemaElement element = element(format);
        fields.add(element);
        return ParquetColumn.list(List.of(name, LIST, ELEMENT), element.getType(), length);
    }

    private static SchemaElement element(NumberFormat format) {
        return switch (format) {
            case FLOAT32 -> field(ELEMENT, Type.FLOAT);
            case FLOAT16 -> {
                SchemaElement half = field(ELEMENT, Type.FIXED_LEN_BYTE_ARRAY);
                half.setType_length(Short.BYTES);
                half.setLogicalType(LogicalType.FLOAT16(new Float16Type()));
                yield half;
            }
            case INT8 -> byteField(ConvertedType.INT_8, true);
            case BINARY -> byteField(ConvertedType.UINT_8, false);
        };
    }

    private static SchemaElement byteField(ConvertedType converted, boolean isSigned) {
        SchemaElement field = field(ELEMENT, Type.INT32);
        field.setConverted_type(converted);
        field.setLogicalType(LogicalType.INTEGER(new IntType((byte) Byte.SIZE, isSigned)));
        return field;
    }

    private static SchemaElement field(String name, Type type) {
        SchemaElement field = new SchemaElement(name);
        field.setRepetition_type(FieldRepetitionType.REQUIRED);
        field.setType(type);
        return field;
    }

    private void addToRoot(SchemaElement field) {
        fields.add(field);
        root.setNum_children(root.getNum_children() + 1);
    }
}
