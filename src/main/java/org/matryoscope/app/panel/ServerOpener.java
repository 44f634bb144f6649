package org.matryoscope.app.panel;

import java.util.function.Consumer;

import javafx.scene.control.Button;

import org.matryoscope.app.session.ServerChoice;
import org.matryoscope.app.task.Background;
import org.matryoscope.model.Encoder;
import org.matryoscope.model.ModelOverrides;
import org.matryoscope.model.server.EmbeddingServer;

/** Takes a model of a server of embeddings, after one short text has shown that it answers. */
public final class ServerOpener {
    private static final String ASKING = "server";

    private final Background network;
    private final Sheets sheets;

    /**
     * Opens no connection yet.
     *
     * @param network asks the server
     * @param sheets shows the sheet
     */
    public ServerOpener(Background network, Sheets sheets) {
        this.network = network;
        this.sheets = sheets;
    }

    /**
     * Asks for an address and a model.
     *
     * @param title the sheet's title
     * @param last the address used last; may be empty
     * @param onAnswered takes the choice of a server that answers
     */
    public void open(String title, String last, Consumer<ServerChoice> onAnswered) {
        ServerSheet sheet = new ServerSheet(last);
        sheet.setOnList(() -> {
            String address = sheet.address();
            Attempt.run(network, ASKING, "Asking " + address, progress -> EmbeddingServer.of(address).models(progress),
                    sheet::offer, sheet::refuse);
        });
        Button connect = SheetButtons.confirm("Connect", "server-connect", () -> connect(sheet, onAnswered));
        connect.disableProperty().bind(sheet.incomplete());
        sheets.showInMiddle(title, sheet, SheetButtons.cancel(sheets::hide), connect);
        sheets.onceHidden(() -> network.cancel(ASKING));
        sheet.focusFirst();
    }

    private void connect(ServerSheet sheet, Consumer<ServerChoice> onAnswered) {
        ServerChoice choice = ServerChoice.of(sheet.address(), sheet.model());
        sheet.trying();
        Attempt.run(network, ASKING, "Connecting to " + choice.address(), progress -> {
            try (Encoder tried = EmbeddingServer.of(choice.address())
                    .encoder(choice.model(), null, ModelOverrides.NONE, progress)) {
                return tried.profile().dimension();
            }
        }, dimension -> {
            sheets.hide();
            onAnswered.accept(choice);
        }, sheet::refuse);
    }
}
