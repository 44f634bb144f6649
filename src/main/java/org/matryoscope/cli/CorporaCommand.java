package org.matryoscope.cli;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import org.matryoscope.corpus.BuiltInCorpora;
import org.matryoscope.corpus.BuiltInCorpus;
import org.matryoscope.question.Table;

/** Lists the corpora that come with the app. */
@Command(name = "corpora", mixinStandardHelpOptions = true, description = "Lists the corpora that come with the app, for --corpus.")
final class CorporaCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--json", description = "Print JSON instead of a table.")
    private boolean json;

    @Override
    public Integer call() {
        List<BuiltInCorpus> corpora = BuiltInCorpora.list();
        Objects.requireNonNull(spec)
                .commandLine()
                .getOut()
                .print(json
                        ? Listing.json(corpora)
                        : TextTable.of(Table.titled("")
                                .text("corpus", corpora.stream().map(BuiltInCorpus::id).toList())
                                .text("holds", corpora.stream().map(BuiltInCorpus::facts).toList())
                                .text("licence", corpora.stream().map(BuiltInCorpus::licence).toList())
                                .text("folder", corpora.stream().map(corpus -> corpus.folder().toString()).toList())
                                .text("about", corpora.stream().map(BuiltInCorpus::description).toList())
                                .build()));
        return 0;
    }
}
