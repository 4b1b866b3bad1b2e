package zeren.format;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what is read, for progress. */
final class CountingStream extends FilterInputStream {

  private final long size;
  private long position;

  /**
   * @param size how many bytes there are to read
   */
  CountingStream(InputStream in, long size) {
    super(in);
    this.size = size;
  }

  /** 0 to 1. */
  double progress() {
    return size <= 0 ? 1 : Math.min(1, (double) position / size);
  }

  @Override
  public int read() throws IOException {
    int one = super.read();
    position += one < 0 ? 0 : 1;
    return one;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int count = super.read(target, offset, length);
    position += Math.max(0, count);
    return count;
  }

  @Override
  public long skip(long count) throws IOException {
    long skipped = super.skip(count);
    position += skipped;
    return skipped;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
