package org.matryoscope.corpus.vectors;

import java.nio.file.Path;
import java.util.List;

import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;
import org.matryoscope.corpus.Document;

/**
 * A kind of file that is known and not read, with the reason and what writes it in a way that is.
 *
 * @param what why it is not read, a clause
 * @param remedy what to do, with the file's name where "%s" stands
 */
record RefusedFormat(String what, String remedy) implements VectorFormat {
    /** Unpickling runs what the file says. */
    static final RefusedFormat PICKLE = new RefusedFormat(
            "the file is a Python pickle, and unpickling can run code from the file; so it is not read",
            "If you trust it, save its vectors in Python: import pickle, numpy; "
                    + "numpy.save('vectors.npy', numpy.asarray(pickle.load(open('%s', 'rb')), dtype='float32'))");
    /** Also a pickle, in an archive or not. */
    static final RefusedFormat TORCH = new RefusedFormat(
            "the file is a PyTorch file, which holds a pickle, and unpickling can run code from the file; so it is not read",
            "Save its tensor in Python: import numpy, torch; "
                    + "numpy.save('vectors.npy', torch.load('%s', map_location='cpu', weights_only=True).float().numpy())");
    /** Given up by its makers. */
    static final RefusedFormat OLD_FEATHER = new RefusedFormat("the file is Feather of version 1, which is not read",
            "Write it as version 2 in Python: import pyarrow.feather; "
                    + "pyarrow.feather.write_feather(pyarrow.feather.read_table('%s'), 'vectors.feather')");

    /** Returns the problem with a file. */
    Problem problem(Path path) {
        return new Problem(path.toString(), what, remedy.formatted(path.getFileName()));
    }

    @Override
    public VectorPreview preview(Path path, Reading reading, Progress progress) {
        throw problem(path);
    }

    @Override
    public VectorSource open(Path path, VectorChoice choice, Progress progress) {
        throw problem(path);
    }

    @Override
    public List<Document> documents(Path path, VectorChoice choice, Progress progress) {
        throw problem(path);
    }

    @Override
    public float[] relevance(Path path, VectorChoice choice, Progress progress) {
        throw problem(path);
    }
}
