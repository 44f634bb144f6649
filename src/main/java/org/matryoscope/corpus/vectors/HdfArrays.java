package org.matryoscope.corpus.vectors;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.api.dataset.ContiguousDataset;
import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.FixedPoint;
import io.jhdf.object.datatype.FloatingPoint;
import io.jhdf.object.datatype.StringData;
import io.jhdf.object.datatype.VariableLength;
import org.jspecify.annotations.Nullable;

import org.matryoscope.base.NumberType;
import org.matryoscope.base.Problem;

/** An HDF5 file: named datasets, in groups or not. */
final class HdfArrays implements ArrayFile {
    private static final String WRITE_AGAIN = "Write the dataset again, in h5py with create_dataset(name, data=array).";
    private static final int DEEPEST = 16;
    private static final int MOST = 4096;
    /** Texts read at once. */
    private static final int TEXTS = 4096;
    /** Bytes of a reference to a text of any length. */
    private static final int REFERENCE = 16;

    private final Path path;
    private final FileChannel channel;
    private final HdfFile file;
    private final List<StoredArray> arrays = new ArrayList<>();
    private final Map<String, Dataset> datasets = new HashMap<>();
    private final Map<String, Problem> unreadable = new LinkedHashMap<>();

    private HdfArrays(Path path, FileChannel channel, HdfFile file) {
        this.path = path;
        this.channel = channel;
        this.file = file;
    }

    /**
     * Opens a file and looks at its datasets.
     *
     * @throws IOException if it cannot be read
     * @throws Problem if it is damaged
     */
    static HdfArrays open(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        HdfFile file = null;
        boolean done = false;
        try {
            file = checked(path.toString(), () -> new HdfFile(path));
            HdfArrays opened = new HdfArrays(path, channel, file);
            HdfFile root = file;
            checked(path.toString(), () -> {
                opened.addAll(root, "", 0);
                return root;
            });
            done = true;
            return opened;
        } finally {
            if (!done) {
                channel.close();
                if (file != null) {
                    file.close();
                }
            }
        }
    }

    /** Whatever the library throws at a damaged file becomes a problem. */
    private static <T> T checked(String place, Supplier<T> work) {
        try {
            return work.get();
        } catch (Problem problem) {
            throw problem;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError | AssertionError e) {
            throw damaged(place, e);
        }
    }

    private static Problem damaged(String place, Throwable e) {
        String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return new Problem(place, "it cannot be read as HDF5 (" + reason.replaceAll("\\.$", "") + ")",
                "Copy or export the file again; it may be damaged or be in writing still.", e);
    }

    private void addAll(Group group, String prefix, int depth) {
        for (Map.Entry<String, Node> child : group.getChildren().entrySet()) {
            String name = prefix + child.getKey();
            if (datasets.size() + unreadable.size() >= MOST) {
                throw new Problem(path.toString(), "it holds more than " + MOST + " datasets",
                        "Save the vectors as one array, a row for each vector.");
            }
            try {
                // Links out of the file are not followed.
                Node node = child.getValue();
                if (!node.isLink() && node instanceof Group inner && depth < DEEPEST) {
                    addAll(inner, name + "/", depth + 1);
                } else if (!node.isLink() && node instanceof Dataset dataset) {
                    add(name, dataset);
                }
            } catch (Problem reason) {
                unreadable.put(name, reason);
            } catch (RuntimeException e) {
                unreadable.put(name, damaged(place(name), e));
            }
        }
    }

    private void add(String name, Dataset dataset) throws Problem {
        String place = place(name);
        ItemType items = items(place, dataset.getDataType());
        long[] shape = Arrays.stream(dataset.getDimensions()).asLongStream().toArray();
        long bytes = items.bytes();
        for (long axis : shape) {
            if (axis < 0) {
                throw new Problem(place, "the dataset has the shape " + Arrays.toString(shape), WRITE_AGAIN);
            }
            bytes = Math.multiplyExact(bytes, axis);
        }
        long offset = 0;
        if (dataset instanceof ContiguousDataset contiguous && !dataset.isVariableLength()) {
            offset = contiguous.getDataAddress() + file.getUserBlockSize();
            if (bytes > 0 && (contiguous.getDataAddress() < 0 || offset > file.size() - bytes)) {
                throw new Problem(place, "its " + bytes + " bytes do not lie in the file, which has " + file.size(),
                        "Copy or export the file again; it is cut off.");
            }
        } else if (!dataset.isVariableLength()) {
            requireChunks(place, dataset);
        }
        arrays.add(new StoredArray(name, place, items, shape, false, offset, 0));
        datasets.put(name, dataset);
    }

    private static void requireChunks(String place, Dataset dataset) {
        if (!(dataset instanceof ChunkedDataset)) {
            throw new Problem(place, "the dataset is neither in one piece nor in chunks", WRITE_AGAIN);
        }
        if (dataset.getDimensions().length < 1 || dataset.getDimensions().length > 2) {
            throw new Problem(place, "the dataset has " + dataset.getDimensions().length + " axes in chunks",
                    WRITE_AGAIN);
        }
    }

    private static ItemType items(String place, DataType type) {
        NumberType number = switch (type) {
            case FloatingPoint floats -> floating(floats);
            case FixedPoint whole -> whole(whole);
            default -> null;
        };
        if (number != null) {
            ByteOrder order = type instanceof FloatingPoint floats
                    ? floats.getByteOrder()
                    : ((FixedPoint) type).getByteOrder();
            return new NumberItems(number, order);
        }
        if (type instanceof StringData && type.getSize() > 0) {
            return new TextItems(type.getSize(), false, ByteOrder.LITTLE_ENDIAN);
        }
        if (type instanceof VariableLength texts && texts.isVariableLengthString()) {
            return new TextItems(REFERENCE, false, ByteOrder.LITTLE_ENDIAN);
        }
        throw new Problem(place, "the dataset holds neither numbers nor texts", WRITE_AGAIN);
    }

    /** Null for floats of no IEEE format. */
    private static @Nullable NumberType floating(FloatingPoint type) {
        return switch (type.getSize()) {
            case Short.BYTES -> type.getExponentSize() == 5
                    ? NumberType.FLOAT16
                    : type.getExponentSize() == 8 ? NumberType.BFLOAT16 : null;
            case Float.BYTES -> NumberType.FLOAT32;
            case Double.BYTES -> NumberType.FLOAT64;
            default -> null;
        };
    }

    private static @Nullable NumberType whole(FixedPoint type) {
        return switch (type.getSize()) {
            case Byte.BYTES -> type.isSigned() ? NumberType.INT8 : NumberType.UINT8;
            case Short.BYTES -> type.isSigned() ? NumberType.INT16 : NumberType.UINT16;
            case Integer.BYTES -> type.isSigned() ? NumberType.INT32 : NumberType.UINT32;
            case Long.BYTES -> type.isSigned() ? NumberType.INT64 : NumberType.UINT64;
            default -> null;
        };
    }

    private String place(String name) {
        return path + ", dataset “" + name + "”";
    }

    private Dataset dataset(StoredArray array) {
        return Objects.requireNonNull(datasets.get(array.name()));
    }

    @Override
    public List<StoredArray> arrays() {
        return arrays;
    }

    @Override
    public Map<String, Problem> unreadable() {
        return unreadable;
    }

    @Override
    public ByteSource bytes(StoredArray array) {
        return dataset(array) instanceof ChunkedDataset chunks
                ? new HdfChunks(array, chunks)
                : new ChannelBytes(channel);
    }

    @Override
    public Optional<List<String>> texts(StoredArray array, int wanted) {
        Dataset dataset = dataset(array);
        if (!dataset.isVariableLength()) {
            return Optional.empty();
        }
        return Optional.of(checked(array.place(), () -> {
            List<String> texts = new ArrayList<>();
            while (texts.size() < wanted) {
                int count = Math.min(TEXTS, wanted - texts.size());
                Object read = dataset.getData(new long[]{texts.size()}, new int[]{count});
                for (Object text : (Object[]) read) {
                    texts.add(text == null ? "" : text.toString());
                }
            }
            return texts;
        }));
    }

    @Override
    public void close() {
        new ChannelBytes(channel).closeFile();
        file.close();
    }
}
