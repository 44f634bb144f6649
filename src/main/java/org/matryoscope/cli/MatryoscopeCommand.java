package org.matryoscope.cli;

import java.util.Objects;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

import org.matryoscope.base.Installation;

/** The command that the others belong to; alone it is bad usage, since no arguments at all start the window. */
@Command(name = "matryoscope", mixinStandardHelpOptions = true, versionProvider = MatryoscopeCommand.Version.class, description = "Looks inside text embeddings, one prefix length at a time. Without a command it opens its window.")
final class MatryoscopeCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    private final Messages messages;

    MatryoscopeCommand(Messages messages) {
        this.messages = messages;
    }

    @Option(names = "--quiet", scope = ScopeType.INHERIT, description = "Print nothing on standard error but failures.")
    void setQuiet(boolean quiet) {
        if (quiet) {
            messages.silence();
        }
    }

    /** Returns what commands speak through beside their results. */
    Messages messages() {
        return messages;
    }

    @Override
    public void run() {
        throw new ParameterException(Objects.requireNonNull(spec).commandLine(), "Missing command");
    }

    /** The version in the jar's manifest. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[]{Installation.version()};
        }
    }
}
