package org.matryoscope.model.adapted;

import java.util.List;

import tools.jackson.databind.node.ObjectNode;

import org.matryoscope.model.ModelProfile;
import org.matryoscope.model.Prompts;

/** The {@code config_sentence_transformers.json} and {@code sentence_bert_config.json} of an adapted model. */
final class SentenceSettings {
    static final String MODEL = "config_sentence_transformers.json";
    static final String TRANSFORMER = "sentence_bert_config.json";

    private SentenceSettings() {
    }

    /**
     * Returns the model's settings: the base's, the trained prefixes, and the prompts where the base's folder leaves them out.
     *
     * @param prefixes the trained prefixes
     * @param outside paths of modules that lie outside the model files
     */
    static ObjectNode ofModel(BaseModel base, List<Integer> prefixes, List<String> outside) {
        ObjectNode settings = base.json(MODEL);
        if (settings.isEmpty()) {
            settings.putObject("prompts");
            settings.putNull("default_prompt_name").put("similarity_fn_name", "cosine");
        }
        if (promptsAreNotTheFolders(base)) {
            Prompts prompts = base.profile().prompts().value();
            settings.withObject("prompts").put("query", prompts.query()).put("document", prompts.document());
        }
        settings.remove("matryoshka_dimensions");
        settings.putArray("matryoshka_dims").addAll(prefixes.stream().map(settings::numberNode).toList());
        if (!outside.isEmpty()) {
            outside.forEach(settings.withArray("modules_outside_onnx")::add);
        }
        return settings;
    }

    /** Returns the transformer's settings: the base's, and the longest input that the app uses. */
    static ObjectNode ofTransformer(BaseModel base) {
        String module = base.firstModule();
        String inModule = module.isEmpty() ? TRANSFORMER : module + "/" + TRANSFORMER;
        ObjectNode settings = base.json(inModule).isEmpty() ? base.json(TRANSFORMER) : base.json(inModule);
        int length = base.profile().maxLength().value();
        if (length != Integer.MAX_VALUE) {
            settings.put("max_seq_length", length);
        }
        return settings;
    }

    private static boolean promptsAreNotTheFolders(BaseModel base) {
        ModelProfile profile = base.profile();
        return base.overrides().queryPrompt() != null || base.overrides().documentPrompt() != null
                || profile.prompts().source().equals("known model");
    }
}
