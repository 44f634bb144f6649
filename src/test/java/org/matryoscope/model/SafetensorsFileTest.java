package org.matryoscope.model;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.matryoscope.base.Problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SafetensorsFileTest {
    @TempDir
    private Path folder;

    @Test
    void readsEveryNumberType() throws IOException {
        String header = """
                {"__metadata__":{"format":"pt"},
                 "f64":{"dtype":"F64","shape":[1],"data_offsets":[0,8]},
                 "f32":{"dtype":"F32","shape":[1,1],"data_offsets":[8,12]},
                 "f16":{"dtype":"F16","shape":[1],"data_offsets":[12,14]},
                 "bf16":{"dtype":"BF16","shape":[1],"data_offsets":[14,16]},
                 "i64":{"dtype":"I64","shape":[1],"data_offsets":[16,24]},
                 "i32":{"dtype":"I32","shape":[1],"data_offsets":[24,28]},
                 "i16":{"dtype":"I16","shape":[1],"data_offsets":[28,30]},
                 "i8":{"dtype":"I8","shape":[1],"data_offsets":[30,31]},
                 "u8":{"dtype":"U8","shape":[1],"data_offsets":[31,32]},
                 "none":{"dtype":"F32","shape":[0,4],"data_offsets":[32,32]}}""";
        ByteBuffer data = ByteBuffer.allocate(32).order(ByteOrder.LITTLE_ENDIAN);
        data.putDouble(1.5).putFloat(-2.25f).putShort(Float.floatToFloat16(0.5f)).putShort((short) 0x3fc0);
        data.putLong(7).putInt(-8).putShort((short) 9).put((byte) -10).put((byte) 200);

        try (SafetensorsFile file = SafetensorsFile.open(write(header, data.array()))) {
            assertThat(file.floats("f64")).containsExactly(1.5f);
            assertThat(file.floats("f32")).containsExactly(-2.25f);
            assertThat(file.shape("f32")).containsExactly(1, 1);
            assertThat(file.floats("f16")).containsExactly(0.5f);
            assertThat(file.floats("bf16")).containsExactly(1.5f);
            assertThat(file.integers("i64")).containsExactly(7);
            assertThat(file.integers("i32")).containsExactly(-8);
            assertThat(file.integers("i16")).containsExactly(9);
            assertThat(file.floats("i8")).containsExactly(-10);
            assertThat(file.floats("u8")).containsExactly(200);
            assertThat(file.floats("none")).isEmpty();
            assertThat(file.has("__metadata__")).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"t\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,9]}}",
            "{\"t\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[4,12]}}",
            "{\"t\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[-8,0]}}",
            "{\"t\":{\"dtype\":\"F32\",\"shape\":[-2],\"data_offsets\":[0,8]}}",
            "{\"t\":{\"dtype\":\"F32\",\"shape\":[9223372036854775807,4],\"data_offsets\":[0,8]}}",
            "{\"t\":{\"dtype\":\"F32\",\"shape\":[\"2\"],\"data_offsets\":[0,8]}}",
            "{\"t\":{\"dtype\":\"F8_E4M3\",\"shape\":[8],\"data_offsets\":[0,8]}}",
            "{\"t\":{\"dtype\":\"F32\",\"shape\":[2]}}", "{\"t\":7}", "{\"t\":"})
    void aHeaderThatLiesIsAProblem(String header) throws IOException {
        Path file = write(header, new byte[8]);

        assertThatExceptionOfType(Problem.class).isThrownBy(() -> SafetensorsFile.open(file))
                .withMessageContaining("t.safetensors")
                .withMessageContaining("Download the file again.");
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 1, 9, 1000, Long.MAX_VALUE, Long.MIN_VALUE})
    void aHeaderLengthThatLiesIsAProblem(long length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN).putLong(length);
        Path file = Files.write(folder.resolve("t.safetensors"), bytes.array());

        assertThatExceptionOfType(Problem.class).isThrownBy(() -> SafetensorsFile.open(file))
                .withMessageContaining("not a safetensors file");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4, 7})
    void aFileTooShortForAHeaderIsAProblem(int length) throws IOException {
        Path file = Files.write(folder.resolve("t.safetensors"), new byte[length]);

        assertThatExceptionOfType(Problem.class).isThrownBy(() -> SafetensorsFile.open(file))
                .withMessageContaining("cut off");
    }

    @Test
    void aMissingTensorIsAProblemThatNamesThoseThere() throws IOException {
        String header = "{\"there\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}";
        try (SafetensorsFile file = SafetensorsFile.open(write(header, new byte[8]))) {
            assertThatExceptionOfType(Problem.class).isThrownBy(() -> file.floats("wanted"))
                    .withMessageContaining("wanted is missing, the file holds [there]");
            assertThatExceptionOfType(Problem.class).isThrownBy(() -> file.integers("there"));
            assertThatExceptionOfType(Problem.class).isThrownBy(() -> file.shape("there", 2));
        }
    }

    private Path write(String header, byte[] data) throws IOException {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(8 + text.length + data.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(text.length).put(text).put(data);
        return Files.write(folder.resolve("t.safetensors"), bytes.array());
    }
}
