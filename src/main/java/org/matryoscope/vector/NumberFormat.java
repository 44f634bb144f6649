package org.matryoscope.vector;

/** How the entries of stored vectors are written, from the most exact to the smallest. */
public enum NumberFormat {
    /** 32-bit floating point, as models give them. */
    FLOAT32("float32", 32),
    /** 16-bit floating point, IEEE 754 binary16: relative error at most 2⁻¹¹. */
    FLOAT16("float16", 16),
    /** 8-bit integers −127 … 127 times a scale of each column, its greatest magnitude / 127: error at most half the scale. */
    INT8("int8", 8),
    /** One bit: x ≥ 0 reads as +1/√D, x &lt; 0 as −1/√D. A query is cut to signs as well, so that cosines count differing bits. */
    BINARY("binary", 1);

    private final String label;
    private final int bits;

    NumberFormat(String label, int bits) {
        this.label = label;
        this.bits = bits;
    }

    /** Returns the name used in tables and on the command line: "float32", "float16", "int8", "binary". */
    public String label() {
        return label;
    }

    /** Returns the bits an entry takes. */
    public int bits() {
        return bits;
    }

    /**
     * Returns the coarser of two formats: vectors that were rounded once gain nothing by more bits.
     *
     * @param other a format
     * @return the one with fewer bits
     */
    public NumberFormat coarser(NumberFormat other) {
        return bits <= other.bits ? this : other;
    }

    /**
     * Returns the bytes that one vector takes, without the scales, which all vectors share.
     *
     * @param dimension D ≥ 1
     * @return ⌈D · bits / 8⌉
     */
    public long bytesPerVector(int dimension) {
        return Math.ceilDiv((long) dimension * bits, (long) Byte.SIZE);
    }
}
