package org.matryoscope.corpus.vectors;

import java.nio.ByteBuffer;

import dev.hardwood.reader.ColumnReader;

/** A batch of values of a Parquet column, whichever their type. */
interface ParquetValues {
    /** No values. */
    ParquetValues NONE = new Floats(new float[0]);

    /** Returns a value as a text. */
    String text(int index);

    /** Adds values to a vector; only where they are numbers. */
    void addTo(Numbers numbers, int from, int count);

    /** Returns the values of a reader's current batch. */
    static ParquetValues of(ParquetField.Type type, ColumnReader reader) {
        return switch (type) {
            case TEXT -> new Texts(reader.getStrings());
            case BYTES -> new Bytes(reader.getBinaryValues(), reader.getBinaryOffsets());
            case BOOLEAN -> new Booleans(reader.getBooleans());
            case INT -> new Ints(reader.getInts());
            case LONG -> new Longs(reader.getLongs());
            case FLOAT16 -> new Floats(halves(reader));
            case FLOAT -> new Floats(reader.getFloats());
            case DOUBLE -> new Doubles(reader.getDoubles());
        };
    }

    private static float[] halves(ColumnReader reader) {
        byte[] bytes = reader.getBinaryValues();
        int[] offsets = reader.getBinaryOffsets();
        float[] floats = new float[reader.getValueCount()];
        for (int i = 0; i < floats.length; i++) {
            int at = offsets[i];
            // A null takes no bytes.
            floats[i] = offsets[i + 1] - at < 2
                    ? Float.NaN
                    : Float.float16ToFloat((short) ((bytes[at] & 0xFF) | (bytes[at + 1] << 8)));
        }
        return floats;
    }

    /** 32-bit floats, and 16-bit ones made wider. */
    record Floats(float[] values) implements ParquetValues {
        @Override
        public String text(int index) {
            return Float.toString(values[index]);
        }

        @Override
        public void addTo(Numbers numbers, int from, int count) {
            numbers.add(values, from, count);
        }
    }

    /** 64-bit floats. */
    record Doubles(double[] values) implements ParquetValues {
        @Override
        public String text(int index) {
            return Double.toString(values[index]);
        }

        @Override
        public void addTo(Numbers numbers, int from, int count) {
            for (int i = from; i < from + count; i++) {
                numbers.add((float) values[i]);
            }
        }
    }

    /** 32-bit integers. */
    record Ints(int[] values) implements ParquetValues {
        @Override
        public String text(int index) {
            return Integer.toString(values[index]);
        }

        @Override
        public void addTo(Numbers numbers, int from, int count) {
            for (int i = from; i < from + count; i++) {
                numbers.add((float) values[i]);
            }
        }
    }

    /** 64-bit integers. */
    record Longs(long[] values) implements ParquetValues {
        @Override
        public String text(int index) {
            return Long.toString(values[index]);
        }

        @Override
        public void addTo(Numbers numbers, int from, int count) {
            for (int i = from; i < from + count; i++) {
                numbers.add((float) values[i]);
            }
        }
    }

    /** Texts. */
    record Texts(String[] values) implements ParquetValues {
        @Override
        public String text(int index) {
            return values[index];
        }

        @Override
        public void addTo(Numbers numbers, int from, int count) {
            throw new IllegalStateException("texts are not numbers");
        }
    }

    /**
     * Cells of bytes.
     *
     * @param values all bytes
     * @param offsets where each cell begins in them, and the last ends
     */
    record Bytes(byte[] values, int[] offsets) implements ParquetValues {
        /** Returns a cell. */
        ByteBuffer cell(int index) {
            return ByteBuffer.wrap(values, offsets[index], offsets[index + 1] - offsets[index]);
        }

        @Override
        public String text(int index) {
            return Utf8.decode(cell(index)).orElse("");
        }

        @Override
        public void addTo(Numbers numbers, int from, int count) {
            throw new IllegalStateException("bytes are not numbers");
        }
    }

    /** Truth values. */
    record Booleans(boolean[] values) implements ParquetValues {
        @Override
        public String text(int index) {
            return Boolean.toString(values[index]);
        }

        @Override
        public void addTo(Numbers numbers, int from, int count) {
            throw new IllegalStateException("truth values are not numbers");
        }
    }
}
