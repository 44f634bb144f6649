package org.matryoscope.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
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

    @Override
    public Integer call() {
        var line = Objects.requireNonNull(spec).commandLine();
        ModelCaches.Found found = ModelCaches.list();
        List<CachedModel> models = new ArrayList<>();
        BuiltInModels.folders()
                .stream()
                .map(ModelFolder::look)
                .flatMap(Optional::stream)
                .forEach(folder -> models.add(new CachedModel(folder.name(), "built in", folder)));
        models.addAll(found.models());
        line.getOut()
                .print(TextTable.of(Table.titled("")
                        .text("model", models.stream().map(CachedModel::name).toList())
                        .text("where", models.stream().map(CachedModel::cache).toList())
                        .numbers("size", models.stream().map(model -> ByteSize.words(model.folder().bytes())).toList())
                        .text("licence", models.stream().map(model -> model.folder().licence()).toList())
                        .text("opens", models.stream().map(model -> opens(model.folder())).toList())
                        .text("folder",
                                models.stream()
                                        .map(CachedModel::folder)
                                        .map(ModelFolder::path)
                                        .map(Path::toString)
                                        .toList())
                        .build()));
        models.stream()
                .filter(model -> !model.folder().opens())
                .forEach(model -> line.getOut()
                        .printf("%n%s has no file that can be run; this makes one:%n  %s%n", model.name(),
                                model.folder().exportCommand()));
        found.faults().forEach(fault -> line.getErr().println("matryoscope: warning: " + fault.getMessage()));
        return 0;
    }

    private static String opens(ModelFolder folder) {
        return folder.opens() ? "yes" : "after an export";
    }
}
