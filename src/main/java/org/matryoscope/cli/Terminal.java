package org.matryoscope.cli;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/** The terminal that a command may have been started from. */
public final class Terminal {
    private static final int STANDARD_ERROR = 2;

    private Terminal() {
    }

    /** Whether standard error goes to a terminal; {@link java.io.Console} knows of input and output alone. */
    @SuppressWarnings("restricted")
    public static boolean showsStandardError() {
        Linker linker = Linker.nativeLinker();
        try {
            MethodHandle isTerminal = linker.downcallHandle(linker.defaultLookup()
                    .find("isatty")
                    .or(() -> linker.defaultLookup().find("_isatty"))
                    .orElseThrow(), FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
            return (int) isTerminal.invokeExact(STANDARD_ERROR) != 0;
        } catch (Throwable unknown) {
            // A system that cannot be asked: no progress is shown there.
            return false;
        }
    }
}
