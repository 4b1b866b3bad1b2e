package zeren.format;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that is there as long as it is needed. Closing removes it. */
final class TemporaryFile implements Closeable {

  /** Tells whose file it is, should a process die before it removes it. */
  static final String PREFIX = "zeren-" + ProcessHandle.current().pid() + "-";

  private static final int BUFFER_BYTES = 1 << 16;

  private final Path path;

  TemporaryFile(String ending) throws IOException {
    path = Files.createTempFile(PREFIX, ending);
  }

  Path path() {
    return path;
  }

  OutputStream write() throws IOException {
    return new BufferedOutputStream(Files.newOutputStream(path), BUFFER_BYTES);
  }

  InputStream read() throws IOException {
    return new BufferedInputStream(Files.newInputStream(path), BUFFER_BYTES);
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(path);
  }
}
