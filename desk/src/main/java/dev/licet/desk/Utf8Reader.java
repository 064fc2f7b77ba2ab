package dev.licet.desk;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Decodes UTF-8 and says where it is not; Java's own reader would put other letters into a party's name. */
final class Utf8Reader extends Reader {
    private static final int SIZE = 8192;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final InputStream in;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final ByteBuffer bytes = ByteBuffer.allocate(SIZE).flip();
    private final CharBuffer chars = CharBuffer.allocate(SIZE).flip();
    private long decoded;
    private long line = 1;
    private boolean begun;
    private boolean ended;

    Utf8Reader(InputStream in) {
        this.in = in;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (!chars.hasRemaining()) {
            if (!decode()) {
                return -1;
            }
        }
        int count = Math.min(length, chars.remaining());
        chars.get(target, offset, count);
        return count;
    }

    /** Returns false at the end. */
    private boolean decode() throws IOException {
        int before = bytes.position();
        chars.clear();
        CoderResult result = decoder.decode(bytes, chars, ended);
        chars.flip();
        decoded += bytes.position() - before;
        for (int i = 0; i < chars.length(); i++) {
            line += chars.charAt(i) == '\n' ? 1 : 0;
        }
        if (chars.hasRemaining()) {
            if (!begun && chars.charAt(0) == BYTE_ORDER_MARK) {
                chars.get();
            }
            begun = true;
            return true;
        }
        if (result.isError()) {
            throw new Broken(line, "the byte at the offset (%s) is not UTF-8.".formatted(decoded), "save it as UTF-8.");
        }
        if (ended) {
            return false;
        }
        bytes.compact();
        int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
        ended = count < 0;
        bytes.position(bytes.position() + Math.max(count, 0)).flip();
        return true;
    }

    @Override
    public boolean ready() throws IOException {
        return chars.hasRemaining() || in.available() > 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
