package org.matryoscope.base;

import java.util.Locale;

/** Writes numbers for people: as many digits as mean something, a true minus sign, the same in every locale. */
public final class Numbers {
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private static final String UNITS = "kMGT";

    private Numbers() {
    }

    /** Writes a whole value ("22,500"). */
    public static String whole(double value) {
        return sign(Count.of(Math.round(value)));
    }

    /** Writes a measured value: three decimals, or three significant digits where it is small; "–" for NaN. */
    public static String reading(double value) {
        if (!Double.isFinite(value)) {
            return "–";
        }
        double size = Math.abs(value);
        if (size >= 0.1 || value == 0) {
            return sign(String.format(Locale.ROOT, size >= 100 ? "%.1f" : "%.3f", value));
        }
        return size >= 1e-4
                ? sign(String.format(Locale.ROOT, "%." + (2 - (int) Math.floor(Math.log10(size))) + "f", value))
                : scientific(value);
    }

    /** Writes a similarity or another value of the order of 1: three decimals; "–" for NaN. */
    public static String fixed(double value) {
        return Double.isFinite(value)
                ? sign(String.format(Locale.ROOT, "%.3f", Math.round(value * 1000) / 1000.0))
                : "–";
    }

    /** Writes a share between 0 and 1 as a percentage, with a decimal below 20, or the first digit that is not 0. */
    public static String percent(double share) {
        double size = Math.abs(share) * 100;
        int decimals = size >= 20 || size == 0 ? 0 : Math.clamp((int) -Math.floor(Math.log10(size)), 1, 6);
        return sign(String.format(Locale.ROOT, "%." + decimals + "f\u202f%%", share * 100));
    }

    /** Writes an amount as people type it, without an exponent and without zeros at its end ("0.25"). */
    public static String plain(double amount) {
        String text = java.math.BigDecimal.valueOf(amount).stripTrailingZeros().toPlainString();
        return sign(text);
    }

    /** Writes an amount of money: two decimals, or two digits where it is less than one of the smallest coin. */
    public static String money(double amount) {
        return amount == 0 || amount >= 0.01
                ? String.format(Locale.ROOT, "%,.2f", amount)
                : plain(new java.math.BigDecimal(amount).round(new java.math.MathContext(2)).doubleValue());
    }

    /** Writes a number of bytes: three digits in kB, MB or GB of 1000. */
    public static String bytes(long bytes) {
        if (bytes < 1000) {
            return bytes + "\u202fB";
        }
        int unit = Math.min(UNITS.length() - 1, (int) Math.floor(Math.log10(bytes + 0.5) / 3) - 1);
        double value = bytes / Math.pow(1000, unit + 1.0);
        int decimals = value < 9.995 ? 2 : value < 99.95 ? 1 : 0;
        return String.format(Locale.ROOT, "%." + decimals + "f\u202f%cB", value, UNITS.charAt(unit));
    }

    /** Writes a tick's value with the decimals that its step needs. */
    public static String tick(double value, double step) {
        int decimals = Math.max(0, (int) -Math.floor(Math.log10(step) + 1e-9));
        return decimals > 4
                ? value == 0 ? "0" : scientific(value)
                : sign(String.format(Locale.ROOT, "%." + decimals + "f", value + 0.0));
    }

    /** Writes a power of ten or of two below 1. */
    public static String power(double value) {
        return value >= 1e-3 && value < 1e5
                ? sign(new java.math.BigDecimal(value).round(new java.math.MathContext(6))
                        .stripTrailingZeros()
                        .toPlainString())
                : scientific(value);
    }

    private static String scientific(double value) {
        String[] parts = String.format(Locale.ROOT, "%.2e", value).split("e", 2);
        String mantissa = parts[0].replaceFirst("\\.?0+$", "");
        int exponent = Integer.parseInt(parts[1]);
        StringBuilder power = new StringBuilder(exponent < 0 ? "⁻" : "");
        Integer.toString(Math.abs(exponent)).chars().forEach(digit -> power.append(SUPERSCRIPTS.charAt(digit - '0')));
        return sign((mantissa.equals("1") ? "" : mantissa + "×") + "10" + power);
    }

    private static String sign(String text) {
        return text.replace('-', '−');
    }
}
