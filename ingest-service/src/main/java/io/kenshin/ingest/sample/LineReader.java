package io.kenshin.ingest.sample;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Lines of a stream, each bounded and checked by itself, so that a bad one costs no other. */
final class LineReader {
    static final int MAX_BYTES = 1 << 20;

    private final InputStream in;
    private long number;

    LineReader(InputStream in) {
        this.in = new BufferedInputStream(in, 1 << 16);
    }

    /**
     * One line.
     *
     * @param text its text, or what could be read of it
     * @param fault why it cannot be used, or null
     */
    record Line(long number, String text, @Nullable String fault) {}

    /** The next line, or null at the end. */
    @Nullable
    Line next() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        long size = 0;
        int c;
        while ((c = in.read()) >= 0 && c != '\n') {
            if (++size <= MAX_BYTES) {
                bytes.write(c);
            }
        }
        if (c < 0 && size == 0) {
            return null;
        }
        number++;
        if (size > MAX_BYTES) {
            String start = new String(bytes.toByteArray(), 0, 1024, StandardCharsets.UTF_8);
            return new Line(number, start, "the line has " + size + " bytes; at most " + MAX_BYTES + " are taken");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
            return new Line(number, text, null);
        } catch (CharacterCodingException e) {
            return new Line(number, bytes.toString(StandardCharsets.UTF_8), "not valid UTF-8");
        }
    }
}
