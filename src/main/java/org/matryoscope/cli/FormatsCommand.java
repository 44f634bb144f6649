package org.matryoscope.cli;

import java.util.Locale;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import org.matryoscope.base.Progress;
import org.matryoscope.export.FormatsResult;
import org.matryoscope.study.FormatCurves;
import org.matryoscope.study.Studies;

/** Tells what storing the vectors in each number format costs in agreement, and what it saves. */
@Command(name = "formats", mixinStandardHelpOptions = true, description = "Tells how far rankings by float32, float16, int8 and binary vectors agree with the given ones, at each prefix "
        + "length, and how many bytes a vector takes.")
final class FormatsCommand extends QueryCommand {
    private static final double AGREES = 0.9;

    @Mixin
    private final DepthOption depth = new DepthOption();

    @Override
    Answer answer(Subject subject, float[] query, int[] prefixes) {
        int k = depth.get();
        FormatCurves curves = Studies.formats(subject.embedded().store(), query, k, Progress.NONE);
        FormatsResult result = FormatsResult.of(subject.embedded(), curves, prefixes);
        TextTable table = new TextTable("format", "d", "bytes", "overlap@" + k + ", same d", "with full");
        result.formats()
                .formats()
                .forEach(format -> format.prefixes()
                        .forEach(cost -> table.row(format.format(), Integer.toString(cost.d()),
                                Long.toString(cost.bytesPerVector()), number(cost.overlapSameD()),
                                number(cost.overlapFull()))));
        FormatCurves.Storage smallest = curves.smallest(AGREES);
        String text = table + System.lineSeparator() + String.format(Locale.ROOT,
                "mean of %d queries; the fewest bytes that keep %s of the full ranking's first %d: %s at d = %d, %d a vector",
                curves.queries(), AGREES, k, smallest.curve().format().label(), smallest.d(), smallest.bytes());
        return new Answer(result, text);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
