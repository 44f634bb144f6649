package org.matryoscope.corpus.vectors;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import org.matryoscope.base.Problem;

/** An .npz file: a zip archive with an npy array a member. Nothing is ever unpacked under a member's name. */
final class NpzFile implements ArrayFile {
    private static final int MOST_MEMBERS = 4096;
    private static final String SUFFIX = ".npy";
    /** A step up, a root, a drive, or a character that no file's name has. */
    private static final Pattern OUTSIDE = Pattern.compile("(^|.*[/\\\\])\\.\\.($|[/\\\\].*)|^[/\\\\].*|.*[:\\x00].*",
            Pattern.DOTALL);

    private final Path path;
    private final ZipFile zip;
    private final long size;
    private final List<StoredArray> arrays = new ArrayList<>();
    private final Map<String, Problem> unreadable = new LinkedHashMap<>();

    private NpzFile(Path path, ZipFile zip, long size) {
        this.path = path;
        this.zip = zip;
        this.size = size;
    }

    /**
     * Opens an archive and reads the headers of its arrays.
     *
     * @throws IOException if it cannot be read
     * @throws Problem if it is no archive, is encrypted, or its members' names repeat or leave the folder
     */
    static NpzFile open(Path path) throws IOException {
        ZipFile zip;
        try {
            zip = new ZipFile(path.toFile());
        } catch (ZipException e) {
            throw damaged(path, e);
        }
        try {
            NpzFile file = new NpzFile(path, zip, Files.size(path));
            file.readMembers();
            return file;
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private static Problem damaged(Path path, ZipException cause) {
        String message = String.valueOf(cause.getMessage());
        return message.contains("encrypted")
                ? new Problem(path.toString(), "the archive is encrypted", "Unpack it, and save it without a password.",
                        cause)
                : new Problem(path.toString(), "the archive is damaged or is no zip archive (" + message + ")",
                        "Copy or export the file again.", cause);
    }

    private void readMembers() throws IOException {
        if (zip.size() > MOST_MEMBERS) {
            throw new Problem(path.toString(),
                    "the archive has " + zip.size() + " members, and this app looks at " + MOST_MEMBERS,
                    "Save the vectors as one array, a row for each vector.");
        }
        List<? extends ZipEntry> members = zip.stream().toList();
        Set<String> names = new HashSet<>();
        for (ZipEntry member : members) {
            if (OUTSIDE.matcher(member.getName()).matches()) {
                throw new Problem(place(member), "the member's name leads out of the folder",
                        "Do not trust this file; ask for one made with numpy.savez.");
            }
            if (!names.add(member.getName())) {
                throw new Problem(place(member), "the archive holds two members of this name",
                        "Save the arrays again under different names with numpy.savez.");
            }
        }
        if (names.stream().anyMatch(name -> name.endsWith("data.pkl"))) {
            throw RefusedFormat.TORCH.problem(path);
        }
        for (ZipEntry member : members) {
            if (!member.isDirectory()) {
                readHeader(member);
            }
        }
    }

    private void readHeader(ZipEntry member) {
        String name = name(member);
        String place = place(member);
        try (ByteSource bytes = bytes(member)) {
            if (!member.getName().endsWith(SUFFIX)) {
                throw new Problem(place, "the member is not an array (.npy)", "Save arrays only, with numpy.savez.");
            }
            NpyHeader header = NpyHeader.read(bytes, place);
            header.checkLength(place, member.getSize());
            arrays.add(new StoredArray(name, place, header.items(), header.shape(), header.columnMajor(),
                    header.offset(), 0));
        } catch (Problem reason) {
            unreadable.put(name, reason);
        } catch (IOException e) {
            unreadable.put(name, StreamedVectors.unreadable(place, e));
        }
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
    public boolean jumps() {
        return false;
    }

    @Override
    public ByteSource bytes(StoredArray array) throws IOException {
        ZipEntry member = zip.getEntry(array.name() + SUFFIX);
        if (member == null) {
            throw new ZipException("the member has gone");
        }
        return bytes(member);
    }

    private ByteSource bytes(ZipEntry member) throws IOException {
        return new MemberBytes(place(member), member, zip.getInputStream(member), size);
    }

    private static String name(ZipEntry member) {
        String name = member.getName();
        return name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
    }

    private String place(ZipEntry member) {
        return path + ", member “" + name(member) + "”";
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
