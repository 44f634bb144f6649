package org.matryoscope.app.panel;

import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Supplier;

import javafx.scene.control.Button;

import org.matryoscope.app.task.Background;
import org.matryoscope.model.hub.HubPlan;
import org.matryoscope.model.hub.ModelHub;
import org.matryoscope.model.hub.ModelId;

/** Gets a model by its name: asks which, shows what that would fetch, and fetches it when told to. */
public final class HubOpener {
    private static final String LOOKING = "hub look";

    private final Supplier<ModelHub> hubs;
    private final Background network;
    private final Sheets sheets;

    /**
     * Asks no hub yet.
     *
     * @param hubs opens the hub
     * @param network asks and fetches
     * @param sheets shows the sheet
     */
    public HubOpener(Supplier<ModelHub> hubs, Background network, Sheets sheets) {
        this.hubs = hubs;
        this.network = network;
        this.sheets = sheets;
    }

    /**
     * Asks for a name.
     *
     * @param title the sheet's title
     * @param onFetched takes the model's folder, when all of it is there
     */
    public void open(String title, Consumer<Path> onFetched) {
        HubSheet sheet = new HubSheet();
        sheet.setOnLook(wanted -> look(sheet, wanted));
        Button get = SheetButtons.confirm("Get and open", "hub-get", () -> {
            HubPlan plan = sheet.plan().get();
            if (plan != null) {
                // Out of the way, so that the progress with its cancel button and a failure can be seen.
                sheets.hide();
                fetch(plan, onFetched);
            }
        });
        get.disableProperty().bind(sheet.plan().isNull());
        sheets.showInMiddle(title, sheet, SheetButtons.cancel(sheets::hide), get);
        sheets.onceHidden(() -> network.cancel(LOOKING));
        sheet.focusFirst();
    }

    private void look(HubSheet sheet, HubSheet.Wanted wanted) {
        Attempt.run(network, LOOKING, "Asking the hub about " + wanted.name(), progress -> {
            ModelId id = ModelId.of(wanted.name());
            try (ModelHub hub = hubs.get()) {
                return hub.plan(id, wanted.variant(), progress);
            }
        }, sheet::show, sheet::refuse);
    }

    private void fetch(HubPlan plan, Consumer<Path> onFetched) {
        network.latest("hub fetch", "Fetching " + plan.id().name(), progress -> {
            try (ModelHub hub = hubs.get()) {
                return hub.fetch(plan, progress);
            }
        }, onFetched);
    }
}
