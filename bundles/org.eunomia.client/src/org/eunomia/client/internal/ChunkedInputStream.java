package org.eunomia.client.internal;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** The content of a chunked body (RFC 9112, section 7.1); one that is cut off is an error. */
final class ChunkedInputStream extends InputStream {
    private final InputStream in;
    /** Of the present chunk. */
    private long left;
    private boolean begun;
    private boolean ended;

    ChunkedInputStream(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int at, int count) throws IOException {
        if (count == 0) return 0;
        if (left == 0 && !ended) next();
        if (ended) return -1;
        int n = in.read(bytes, at, (int) Math.min(count, left));
        if (n < 0) throw new EOFException("the answer is cut off");
        left -= n;
        return n;
    }

    private void next() throws IOException {
        if (begun && !UnixTransport.line(in).isEmpty()) throw new IOException("a chunk is longer than it says");
        begun = true;
        String size = UnixTransport.line(in).replaceAll("\\s*;.*", "").strip();
        try {
            left = Long.parseUnsignedLong(size, 16);
        } catch (NumberFormatException e) {
            throw new IOException("'" + size + "' is no size of a chunk", e);
        }
        if (left < 0) throw new IOException("a chunk is too long");
        if (left > 0) return;
        ended = true;
        while (!UnixTransport.line(in).isEmpty()) { }
    }

    @Override
    public int available() throws IOException {
        return (int) Math.min(left, in.available());
    }
}
