package org.eunomia.client.internal;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** So many bytes of another stream; fewer are an error. */
final class BoundedInputStream extends InputStream {
    private final InputStream in;
    private long left;

    BoundedInputStream(InputStream in, long length) {
        this.in = in;
        left = length;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int at, int count) throws IOException {
        if (left == 0) return -1;
        int n = in.read(bytes, at, (int) Math.min(count, left));
        if (n < 0) throw new EOFException("the answer is cut off");
        left -= n;
        return n;
    }

    @Override
    public int available() throws IOException {
        return (int) Math.min(left, in.available());
    }
}
