package org.matryoscope.cli;

import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import org.matryoscope.base.ByteSize;
import org.matryoscope.model.hub.HubPlan;
import org.matryoscope.model.hub.HubSettings;
import org.matryoscope.model.hub.ModelHub;
import org.matryoscope.model.hub.ModelId;

/** Gets a model by name: says what would be fetched, and fetches it when told to. */
@Command(name = "get", mixinStandardHelpOptions = true, description = "Shows what getting a model by name would fetch: its licence, files and sizes. With --yes it fetches them into the cache "
        + "of Hugging Face, going on where an earlier try ended, and checks each file. HF_ENDPOINT, HF_TOKEN, HF_HOME and the variables for proxies are honoured.")
final class GetModelCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "The model's name on the hub, such as nomic-ai/nomic-embed-text-v1.5.")
    private String name = "";

    @Option(names = "--file", paramLabel = "PATH", description = "The model file to take, where there are several. Default: the preferred one.")
    private @Nullable String file;

    @Option(names = "--yes", description = "Fetch what is shown.")
    private boolean agreed;

    @Override
    public Integer call() {
        Messages messages = Messages.of(Objects.requireNonNull(spec));
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        try (ModelHub hub = new ModelHub(HubSettings.ofSystem())) {
            HubPlan plan = hub.plan(ModelId.of(name), file, messages.progress("Asking the hub"));
            out.printf("%s, licence %s%s%n", name, plan.licence(),
                    plan.gated() ? ", whose terms have to be accepted on its page first" : "");
            plan.files().forEach(each -> out.printf("  %s  %s%n", each.path(), ByteSize.words(each.bytes())));
            out.printf("%s to fetch into %s%n", ByteSize.words(plan.missing()), plan.folder());
            if (agreed) {
                out.println("Open it with --model " + hub.fetch(plan, messages.progress("Fetching " + name)));
            } else {
                out.println("Nothing was fetched; --yes fetches it.");
            }
        }
        return 0;
    }
}
