package org.sarhad.bench.http;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sarhad.tlog.Bytes;

/// One kept-alive connection over which one request goes at a time. Not for several threads.
public final class Connection implements AutoCloseable {
  private static final int BUFFER_BYTES = 8192;

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private final String host;

  /// Connects to `server`, of which only host and port count. A read that waits longer than
  /// `patience` fails.
  public Connection(URI server, Duration patience) throws IOException {
    host = server.getHost() + ":" + server.getPort();
    socket = new Socket();
    socket.setTcpNoDelay(true);
    socket.setSoTimeout((int) patience.toMillis());
    socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
    in = new BufferedInputStream(socket.getInputStream(), BUFFER_BYTES);
    out = socket.getOutputStream();
  }

  /// Asks, and reads the whole answer.
  public Answer ask(String method, String path, Map<String, String> headers, Bytes body)
      throws IOException {
    send(method, path, headers, body);
    String status = readLine();
    Map<String, String> answered = readHeaders();
    return new Answer(statusCode(status), answered, readBody(answered));
  }

  /// Asks, and leaves the body of the answer to be read line by line: for event streams. Throws
  /// [IOException] unless the status is 200.
  public EventStream stream(String path, Map<String, String> headers) throws IOException {
    send("GET", path, headers, Bytes.EMPTY);
    return new EventStream(answerBody());
  }

  /// Begins a request whose body is sent bit by bit, while the answer to it is read already.
  public Duplex duplex(String path, Map<String, String> headers) throws IOException {
    var head = new StringBuilder(256);
    head.append("POST ").append(path).append(" HTTP/1.1\r\nHost: ").append(host);
    headers.forEach((name, value) -> head.append("\r\n").append(name).append(": ").append(value));
    head.append("\r\nTransfer-Encoding: chunked\r\n\r\n");
    out.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
    return new Duplex(this, out);
  }

  /// The body of an answer, once its head has come. Throws [IOException] unless the status is 200.
  InputStream answerBody() throws IOException {
    String status = readLine();
    Map<String, String> answered = readHeaders();
    if (statusCode(status) != 200) {
      throw new IOException("answered " + status);
    }
    boolean chunked = answered.getOrDefault("transfer-encoding", "").equals("chunked");
    return chunked ? new Chunks(this) : in;
  }

  private void send(String method, String path, Map<String, String> headers, Bytes body)
      throws IOException {
    var head = new StringBuilder(256);
    head.append(method).append(' ').append(path).append(" HTTP/1.1\r\nHost: ").append(host);
    headers.forEach((name, value) -> head.append("\r\n").append(name).append(": ").append(value));
    head.append("\r\nContent-Length: ").append(body.size()).append("\r\n\r\n");
    byte[] first = head.toString().getBytes(StandardCharsets.ISO_8859_1);
    // One packet, not two.
    byte[] whole = new byte[first.length + body.size()];
    System.arraycopy(first, 0, whole, 0, first.length);
    body.copyTo(whole, first.length);
    out.write(whole);
    out.flush();
  }

  private static int statusCode(String line) throws IOException {
    if (!line.startsWith("HTTP/1.1 ") || line.length() < 12) {
      throw new IOException("not an answer of HTTP/1.1: \"" + line + "\"");
    }
    return Integer.parseInt(line.substring(9, 12));
  }

  private Map<String, String> readHeaders() throws IOException {
    Map<String, String> headers = new HashMap<>();
    for (String line = readLine(); !line.isEmpty(); line = readLine()) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    return headers;
  }

  private Bytes readBody(Map<String, String> headers) throws IOException {
    if (headers.getOrDefault("transfer-encoding", "").equals("chunked")) {
      return Bytes.of(new Chunks(this).readAllBytes());
    }
    int length =
        Optional.ofNullable(headers.get("content-length")).map(Integer::parseInt).orElse(0);
    byte[] body = in.readNBytes(length);
    if (body.length < length) {
      throw new EOFException("the answer ended after " + body.length + " of " + length + " bytes");
    }
    return Bytes.of(body);
  }

  String readLine() throws IOException {
    var line = new StringBuilder(64);
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("the server closed the connection");
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }

  int read(byte[] into, int offset, int length) throws IOException {
    return in.read(into, offset, length);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
