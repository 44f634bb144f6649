package org.matryoscope.app.panel;

import java.util.List;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.matryoscope.base.Problem;
import org.matryoscope.model.server.EmbeddingServer;

/** Asks for the address of a server of embeddings and for a model that it has. */
final class ServerSheet extends VBox {
    private final TextField address = new TextField();
    private final ComboBox<String> model = new ComboBox<>();
    private final Button list = SheetButtons.plain("List its models", "server-list", () -> {
    });
    private final FieldProblem problem = new FieldProblem("server-problem");

    /**
     * Builds the sheet.
     *
     * @param last the address used last; may be empty
     */
    ServerSheet(String last) {
        getStyleClass().addAll("server-sheet", "stacked-wide");
        Label hint = new Label(
                "Ollama, or any server with OpenAI's interface. Texts go to this address and nowhere else, and none before you press a button. A key that "
                        + "the server wants is read from the variable " + EmbeddingServer.KEY + " and never saved.");
        hint.setWrapText(true);
        hint.getStyleClass().add("hint");
        address.setId("server-address");
        address.setAccessibleText("The server's address");
        address.setPromptText("localhost:11434, or http://localhost:8080/v1");
        address.setText(last);
        HBox.setHgrow(address, Priority.ALWAYS);
        list.disableProperty().bind(address.textProperty().map(String::isBlank));
        model.setId("server-model");
        model.setAccessibleText("The model's name on the server");
        model.setPromptText("such as nomic-embed-text");
        model.setEditable(true);
        model.setMaxWidth(Double.MAX_VALUE);
        HBox row = new HBox(address, list);
        row.getStyleClass().add("field-row");
        row.setAlignment(Pos.CENTER_LEFT);
        FactGrid fields = new FactGrid();
        fields.add("Address", row, address, "server-address", "");
        fields.add("Model", model, model, "server-model", "");
        getChildren().addAll(hint, fields, problem);
    }

    /** Says who lists the server's models. */
    void setOnList(Runnable lister) {
        list.setOnAction(event -> {
            problem.tell("Asking the server…");
            lister.run();
        });
    }

    /** The server's address. */
    String address() {
        return address.getText().strip();
    }

    /** The model's name. */
    String model() {
        return model.getEditor().getText().strip();
    }

    /** Whether something is missing. */
    BooleanBinding incomplete() {
        return Bindings.createBooleanBinding(() -> address().isEmpty() || model().isEmpty(), address.textProperty(),
                model.getEditor().textProperty());
    }

    /** Offers the models that the server has. */
    void offer(List<String> names) {
        problem.clear();
        model.getItems().setAll(names);
        if (names.isEmpty()) {
            problem.tell("The server has no models.");
        } else {
            model.show();
        }
    }

    /** Shows that the server is being tried. */
    void trying() {
        problem.tell("Connecting…");
    }

    /** Shows why it cannot be used. */
    void refuse(Problem why) {
        problem.show(why);
    }

    /** Takes the keyboard to the first field that is empty. */
    void focusFirst() {
        if (address().isEmpty()) {
            address.requestFocus();
        } else {
            model.requestFocus();
        }
    }
}
