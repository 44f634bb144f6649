package org.matryoscope.cli;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

import org.matryoscope.retrieval.SearchStep;
import org.matryoscope.retrieval.database.Deployment;
import org.matryoscope.retrieval.database.Engine;
import org.matryoscope.vector.NumberFormat;

/** Prints what databases have to be told. */
@Command(name = "settings", mixinStandardHelpOptions = true, description = "Prints the statements with which databases store and search vectors of a prefix and number format.")
final class SettingsCommand implements Callable<Integer> {
    @Option(names = "--dims", paramLabel = "D", required = true, description = "How many dimensions are stored.")
    private int dims;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "float32", converter = VectorsOption.FormatName.class, completionCandidates = VectorsOption.FormatName.class, description = "float32, float16, int8 or binary. Default: ${DEFAULT-VALUE}.")
    private NumberFormat format = NumberFormat.FLOAT32;

    @Option(names = "--first", paramLabel = "D", description = "Search in two steps: the prefix length of the first.")
    private @Nullable Integer first;

    @Option(names = "--keep", paramLabel = "N", defaultValue = "100", description = "How many the first of two steps keeps. Default: ${DEFAULT-VALUE}.")
    private int keep;

    @Option(names = "--k", paramLabel = "N", defaultValue = "10", description = "How many documents are wanted. Default: ${DEFAULT-VALUE}.")
    private int k;

    @Option(names = "--engine", paramLabel = "ENGINE", split = ",", converter = EngineName.class, completionCandidates = EngineName.class, description = "For which databases. Default: all.")
    private List<Engine> engines = List.of(Engine.values());

    @Spec
    private @Nullable CommandSpec spec;

    /** Databases as they are written on the command line. */
    static final class EngineName implements ITypeConverter<Engine>, Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Stream.of(Engine.values()).map(engine -> engine.label().toLowerCase(Locale.ROOT)).iterator();
        }

        @Override
        public Engine convert(String name) {
            return Stream.of(Engine.values())
                    .filter(engine -> engine.label().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("there is no “" + name + "”; choose one of "
                            + Stream.of(Engine.values()).map(Engine::label).collect(Collectors.joining(", "))));
        }
    }

    @Override
    public Integer call() {
        CommandSpec command = Objects.requireNonNull(spec);
        if (dims < 1 || k < 1 || (first != null && (first < 1 || first >= dims || keep < k))) {
            throw new ParameterException(command.commandLine(),
                    "--dims, --first, --keep, --k: let each be 1 or more, --first less than --dims, and --keep no less than --k");
        }
        Deployment deployment = new Deployment(dims, format, first == null ? null : new SearchStep(first, keep), k);
        engines.forEach(engine -> command.commandLine()
                .getOut()
                .println("%s %s (%s)%n%n%s".formatted(engine.label(), engine.version(), engine.documentation(),
                        engine.statements(deployment))));
        return 0;
    }
}
