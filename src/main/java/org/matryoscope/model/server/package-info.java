/** Embedding models that run on a server whose address the user gives: Ollama, and those with OpenAI's interface. */
@NullMarked
package org.matryoscope.model.server;

import org.jspecify.annotations.NullMarked;
