package org.matryoscope.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

import org.matryoscope.question.Choices;
import org.matryoscope.question.Option;

/** A question's options as options of a command. */
final class QuestionOptions {
    private final Map<Option<?>, OptionSpec> specs = new LinkedHashMap<>();

    /**
     * Adds options to a command.
     *
     * @param options the question's
     * @param command takes them
     */
    QuestionOptions(List<Option<?>> options, CommandSpec command) {
        for (Option<?> option : options) {
            OptionSpec spec = spec(option);
            specs.put(option, spec);
            command.addOption(spec);
        }
    }

    private static OptionSpec spec(Option<?> option) {
        if (option instanceof Option.Switch) {
            return OptionSpec.builder("--" + option.name()).type(boolean.class).description(option.words()).build();
        }
        OptionSpec.Builder spec = OptionSpec.builder("--" + option.name())
                .type(String.class)
                .paramLabel(option.placeholder())
                .description(option.words() + usual(option));
        if (option instanceof Option.OneOf<?> choice) {
            spec.completionCandidates(offered(choice));
        }
        return spec.build();
    }

    private static <E extends Enum<E>> List<String> offered(Option.OneOf<E> choice) {
        return choice.offered().stream().map(choice::write).toList();
    }

    private static <T> String usual(Option<T> option) {
        String written = option.write(option.initial());
        return written.isEmpty() ? "" : " Default: " + written + ".";
    }

    /**
     * Returns what was chosen.
     *
     * @param command the command, for its failures
     * @throws ParameterException if a value cannot be read
     */
    Choices chosen(CommandSpec command) {
        Choices choices = Choices.INITIAL;
        for (Map.Entry<Option<?>, OptionSpec> entry : specs.entrySet()) {
            Object given = entry.getValue().getValue();
            if (given != null) {
                choices = parsed(choices, entry.getKey(), given.toString(), command);
            }
        }
        return choices;
    }

    private static Choices parsed(Choices choices, Option<?> option, String text, CommandSpec command) {
        try {
            return choices.parsed(option, text);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), "--" + option.name() + ": " + e.getMessage(), e);
        }
    }
}
