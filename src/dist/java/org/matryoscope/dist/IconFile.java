package org.matryoscope.dist;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The icon as the system wants it. ICO and ICNS are both a list of pictures, which may be PNG files as they are. */
final class IconFile {
    private static final int SIZE = 256;
    private static final int ICO_HEADER = 6 + 16;

    private IconFile() {
    }

    /**
     * Makes the file.
     *
     * @param icons the folder of PNG files
     * @param folder where to put it
     * @param type png, ico or icns
     * @return the file
     */
    static Path make(Path icons, Path folder, String type) throws IOException {
        Path file = folder.resolve("matryoscope." + type);
        byte[] picture = Files.readAllBytes(icons.resolve("matryoscope-" + SIZE + ".png"));
        Files.write(file, switch (type) {
            case "ico" -> ico(picture);
            case "icns" -> icns(picture);
            default -> picture;
        });
        return file;
    }

    private static byte[] ico(byte[] picture) {
        ByteBuffer buffer = ByteBuffer.allocate(ICO_HEADER + picture.length).order(ByteOrder.LITTLE_ENDIAN);
        // Reserved, an icon, of one picture; 0 × 0 stands for 256 × 256, no palette, one plane of 32 bits.
        buffer.putShort((short) 0).putShort((short) 1).putShort((short) 1);
        buffer.putInt(0).putShort((short) 1).putShort((short) 32).putInt(picture.length).putInt(ICO_HEADER);
        return buffer.put(picture).array();
    }

    private static byte[] icns(byte[] picture) throws IOException {
        int header = 8;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.write("icns".getBytes(StandardCharsets.US_ASCII));
        out.writeInt(header + header + picture.length);
        out.write("ic08".getBytes(StandardCharsets.US_ASCII));
        out.writeInt(header + picture.length);
        out.write(picture);
        return bytes.toByteArray();
    }
}
