package org.matryoscope.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.matryoscope.chart.ChartTheme;
import org.matryoscope.chart.Colour;
import org.matryoscope.chart.Ink;
import org.matryoscope.chart.SeriesStyle;
import org.matryoscope.rotation.RotationKind;
import org.matryoscope.study.RotatedVectors;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Contenders can be told apart by everyone: by colour, as it is seen with each of the three colour-blindnesses (Machado, Oliveira
 * and Fernandes 2009, severity 1.0) and in grey, or by dash or marker.
 */
class ContenderStyleTest {
    /** CIE 1976; 2.3 is just noticeable side by side, thin lines need four times as much. */
    private static final double CLEAR = 10;

    private static final Map<String, double[]> SIGHTS = Map.of("normal", new double[]{1, 0, 0, 0, 1, 0, 0, 0, 1},
            "protanopia",
            new double[]{0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998},
            "deuteranopia",
            new double[]{0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881},
            "tritanopia",
            new double[]{1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900},
            "grey", new double[]{0.2126, 0.7152, 0.0722, 0.2126, 0.7152, 0.0722, 0.2126, 0.7152, 0.0722});

    @ParameterizedTest
    @EnumSource
    void everyPairDiffersInEverySight(ChartTheme theme) {
        List<SeriesStyle> styles = styles();
        assertThat(styles).hasSize(8);
        for (int i = 0; i < styles.size(); i++) {
            for (int j = 0; j < i; j++) {
                SeriesStyle one = styles.get(i);
                SeriesStyle other = styles.get(j);
                boolean byForm = one.dashed() != other.dashed() || one.marker() != other.marker();
                for (Map.Entry<String, double[]> sight : SIGHTS.entrySet()) {
                    double distance = distance(theme.palette().of(one), theme.palette().of(other), sight.getValue());
                    assertThat(byForm || distance >= CLEAR || one.equals(other))
                            .as("%s and %s in %s, %s: %.1f", one, other, theme, sight.getKey(), distance)
                            .isTrue();
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyContenderStandsOutFromTheBackground(ChartTheme theme) {
        for (SeriesStyle style : styles()) {
            for (Map.Entry<String, double[]> sight : SIGHTS.entrySet()) {
                assertThat(distance(theme.palette().of(style), theme.palette().of(Ink.BACKGROUND), sight.getValue()))
                        .as("%s in %s, %s", style, theme, sight.getKey())
                        .isGreaterThan(CLEAR);
            }
        }
    }

    /** Both sides as they are and through each rotation that needs no file; random ones of both sides look alike. */
    private static List<SeriesStyle> styles() {
        List<SeriesStyle> styles = new ArrayList<>();
        for (Side side : Side.values()) {
            Subject a = TestSubjects.random(16);
            Subject subject = new Subject(side, a.texts(), a.query(), a.means());
            for (RotationKind kind : RotationKind.values()) {
                if (kind != RotationKind.TRAINED) {
                    styles.add(ContenderStyle
                            .of(Contender.of(subject, RotationChoice.of(kind), RotatedVectors.IN_MEMORY)));
                }
            }
        }
        return styles.stream().distinct().toList();
    }

    private static double distance(Colour one, Colour other, double[] sight) {
        double[] a = lab(seen(one, sight));
        double[] b = lab(seen(other, sight));
        return Math.sqrt(Math.pow(a[0] - b[0], 2) + Math.pow(a[1] - b[1], 2) + Math.pow(a[2] - b[2], 2));
    }

    /** Linear light, as seen. */
    private static double[] seen(Colour colour, double[] sight) {
        double[] light = {linear(colour.red()), linear(colour.green()), linear(colour.blue())};
        double[] seen = new double[3];
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                seen[row] += sight[3 * row + column] * light[column];
            }
            seen[row] = Math.clamp(seen[row], 0, 1);
        }
        return seen;
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }

    /** CIE L*a*b* of linear sRGB, D65. */
    private static double[] lab(double[] rgb) {
        double x = f((0.4124 * rgb[0] + 0.3576 * rgb[1] + 0.1805 * rgb[2]) / 0.95047);
        double y = f(0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2]);
        double z = f((0.0193 * rgb[0] + 0.1192 * rgb[1] + 0.9505 * rgb[2]) / 1.08883);
        return new double[]{116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double f(double t) {
        return t > 216.0 / 24389 ? Math.cbrt(t) : (24389.0 / 27 * t + 16) / 116;
    }
}
