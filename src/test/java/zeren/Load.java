package zeren;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongFunction;

/**
 * Asks a server on this machine over many connections that are kept open, each again as soon as it
 * was answered, from one thread that takes little of the machine itself.
 */
public final class Load implements AutoCloseable {

  private final int port;
  private final LongFunction<byte[]> requests;
  private final Selector selector;
  private final ByteBuffer in = ByteBuffer.allocateDirect(1 << 16);
  private final Map<Integer, Long> statuses = new TreeMap<>();
  private int[] micros = new int[1 << 16];
  private int answered;
  private final List<Long> failed = new ArrayList<>();
  private long sent;

  /**
   * What came out.
   *
   * @param micros how long each answer took, in microseconds, the shortest first
   * @param statuses how many answers had which status
   * @param failed numbers of the requests that were answered with a status of 500 or more
   */
  public record Result(
      double seconds, int[] micros, Map<Integer, Long> statuses, List<Long> failed) {

    public double perSecond() {
      return micros.length / seconds;
    }

    /**
     * How long the given part of the answers took at most, in milliseconds.
     *
     * @param part 0.5 for the median
     */
    public double percentile(double part) {
      int rank = (int) Math.ceil(part * micros.length);
      return micros.length == 0 ? Double.NaN : micros[Math.max(0, rank - 1)] / 1e3;
    }
  }

  private final class Connection {
    final AnswerReader reader = new AnswerReader();
    ByteBuffer out = ByteBuffer.allocate(0);
    long begun;
    long number;
  }

  private Load(int port, int connections, LongFunction<byte[]> requests) throws IOException {
    this.port = port;
    this.requests = requests;
    this.selector = Selector.open();
    for (int i = 0; i < connections; i++) {
      connect();
    }
  }

  private SelectionKey connect() throws IOException {
    SocketChannel channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
    channel.configureBlocking(false);
    return channel.register(selector, SelectionKey.OP_READ, new Connection());
  }

  /**
   * Asks for that long.
   *
   * @param requests the bytes of the request with a number, counted from 0 over all connections
   */
  public static Result run(
      int port, int connections, Duration time, LongFunction<byte[]> requests) {
    return run(port, connections, time, Long.MAX_VALUE, requests);
  }

  /** Asks so many times, each request once. */
  public static Result runAll(
      int port, int connections, long count, LongFunction<byte[]> requests) {
    return run(port, connections, Duration.ofDays(1), count, requests);
  }

  private static Result run(
      int port, int connections, Duration time, long count, LongFunction<byte[]> requests) {
    try (Load load = new Load(port, connections, requests)) {
      return load.run(time.toNanos(), count);
    } catch (IOException e) {
      throw new IllegalStateException("The server cannot be asked any more", e);
    }
  }

  /** The bytes of a {@code GET}. */
  public static byte[] get(String path) {
    return ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  private Result run(long nanos, long count) throws IOException {
    long begun = System.nanoTime();
    int open = selector.keys().size();
    for (SelectionKey key : selector.keys()) {
      ask(key);
    }
    while (open > 0) {
      selector.select(1000);
      for (SelectionKey key : selector.selectedKeys()) {
        if (key.isWritable()) {
          write(key);
        } else if (isAnswered(key)) {
          SelectionKey next = isLast(key) ? reconnect(key) : key;
          if (sent < count && System.nanoTime() - begun < nanos) {
            ask(next);
          } else {
            open--;
          }
        }
      }
      selector.selectedKeys().clear();
    }
    int[] sorted = Arrays.copyOf(micros, answered);
    Arrays.sort(sorted);
    return new Result((System.nanoTime() - begun) / 1e9, sorted, statuses, failed);
  }

  private static boolean isLast(SelectionKey key) {
    return ((Connection) key.attachment()).reader.isLast();
  }

  private SelectionKey reconnect(SelectionKey key) throws IOException {
    key.channel().close();
    return connect();
  }

  private void ask(SelectionKey key) throws IOException {
    Connection connection = (Connection) key.attachment();
    connection.reader.reset();
    connection.number = sent;
    connection.out = ByteBuffer.wrap(requests.apply(sent++));
    connection.begun = System.nanoTime();
    write(key);
  }

  private static void write(SelectionKey key) throws IOException {
    Connection connection = (Connection) key.attachment();
    ((SocketChannel) key.channel()).write(connection.out);
    key.interestOps(connection.out.hasRemaining() ? SelectionKey.OP_WRITE : SelectionKey.OP_READ);
  }

  private boolean isAnswered(SelectionKey key) throws IOException {
    Connection connection = (Connection) key.attachment();
    in.clear();
    if (((SocketChannel) key.channel()).read(in) < 0) {
      throw new IOException("A connection was closed before the answer had ended");
    }
    if (!connection.reader.read(in.flip())) {
      return false;
    }
    if (answered == micros.length) {
      micros = Arrays.copyOf(micros, 2 * answered);
    }
    micros[answered++] = (int) ((System.nanoTime() - connection.begun) / 1000);
    statuses.merge(connection.reader.status(), 1L, Long::sum);
    if (connection.reader.status() >= 500) {
      failed.add(connection.number);
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    for (SelectionKey key : selector.keys()) {
      key.channel().close();
    }
    selector.close();
  }
}
