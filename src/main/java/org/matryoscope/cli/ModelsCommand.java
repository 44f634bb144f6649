package org.matryoscope.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import org.matryoscope.base.ByteSize;
import org.matryoscope.model.BuiltInModels;
import org.matryoscope.model.ModelFolder;
import org.matryoscope.model.hub.CachedModel;
import org.matryoscope.model.hub.ModelCaches;
import org.matryoscope.question.Table;

/** Lists the models that are on this machine. */
@Command(name = "models", mixinStandardHelpOptions = true, subcommands = GetModelCommand.class, description = "Lists the models that come with the app and those in the caches of Hugging Face, sentence-transformers and fastembed. "
        + "Opens no connection.")
final class ModelsCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--json", description = "Print JSON instead of a table.")
    private boolean json;

    /**
     * A model, for the list.
     *
     * @param name its name
     * @param where what keeps it
     * @param bytes what its files take
     * @param licence as its card says; may be empty
     * @param opens whether it can be opened as it is
     * @param export the command that makes a file which can be opened; null where that is not needed
     * @param folder where it lies
     */
    private record Listed(String name, String where, long bytes, String licence, boolean opens, @Nullable String export,
            Path folder) {
        static Listed of(CachedModel model) {
            ModelFolder folder = model.folder();
            return new Listed(model.name(), model.cache(), folder.bytes(), folder.licence(), folder.opens(),
                    folder.opens() ? null : folder.exportCommand(), folder.path());
        }
    }

    @Override
    public Integer call() {
        CommandSpec command = Objects.requireNonNull(spec);
        PrintWriter out = command.commandLine().getOut();
        ModelCaches.Found found = ModelCaches.list();
        List<Listed> models = Stream
                .concat(BuiltInModels.folders()
                        .stream()
                        .map(ModelFolder::look)
                        .flatMap(Optional::stream)
                        .map(folder -> new CachedModel(folder.name(), "built in", folder)), found.models().stream())
                .map(Listed::of)
                .toList();
        if (json) {
            out.print(Listing.json(models));
        } else {
            print(models, out);
        }
        found.faults().forEach(fault -> Messages.of(command).warn(String.valueOf(fault.getMessage())));
        return 0;
    }

    private static void print(List<Listed> models, PrintWriter out) {
        out.print(TextTable.of(Table.titled("")
                .text("model", models.stream().map(Listed::name).toList())
                .text("where", models.stream().map(Listed::where).toList())
                .numbers("size", models.stream().map(model -> ByteSize.words(model.bytes())).toList())
                .text("licence", models.stream().map(Listed::licence).toList())
                .text("opens", models.stream().map(model -> model.opens() ? "yes" : "after an export").toList())
                .text("folder", models.stream().map(model -> model.folder().toString()).toList())
                .build()));
        models.stream()
                .filter(model -> !model.opens())
                .forEach(model -> out.printf("%n%s has no file that can be run; this makes one:%n  %s%n", model.name(),
                        model.export()));
    }
}
