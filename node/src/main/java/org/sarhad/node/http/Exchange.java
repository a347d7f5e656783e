package org.sarhad.node.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Fields;
import org.jspecify.annotations.Nullable;
import org.sarhad.node.port.Clock;

/// One request and the answer to it. Used by one thread.
public final class Exchange {
  private final Request request;
  private final Response response;
  private final Clock clock;
  private final Duration requestDeadline;
  private @Nullable Fields query;
  private boolean answered;

  Exchange(Request request, Response response, Clock clock, Duration requestDeadline) {
    this.request = request;
    this.response = response;
    this.clock = clock;
    this.requestDeadline = requestDeadline;
  }

  /// `GET`, `POST`, …
  public String method() {
    return request.getMethod();
  }

  /// The path, decoded and without `.` and `..`, beginning with a slash. Paths that could be read
  /// in two ways never get here.
  public String path() {
    var path = Request.getPathInContext(request);
    return path.isEmpty() ? "/" : path;
  }

  /// The first value of a query parameter.
  public Optional<String> query(String name) {
    return Optional.ofNullable(queryFields().getValue(name));
  }

  /// The names of all query parameters.
  public List<String> queryNames() {
    return List.copyOf(queryFields().getNames());
  }

  /// The first value of a request header.
  public Optional<String> header(String name) {
    return Optional.ofNullable(request.getHeaders().get(name));
  }

  /// The value of a cookie; of several of that name, the first.
  public Optional<String> cookie(String name) {
    return Request.getCookies(request).stream()
        .filter(cookie -> cookie.getName().equals(name))
        .map(org.eclipse.jetty.http.HttpCookie::getValue)
        .findFirst();
  }

  /// Who is at the other end of the connection, as a numeric address.
  public String remoteAddress() {
    return Request.getRemoteAddr(request);
  }

  /// Whether the connection is TLS that this node ends.
  public boolean isTls() {
    return request.isSecure();
  }

  /// The certificate the client showed, if it did; trusted already, or there would be no request.
  public Optional<X509Certificate> clientCertificate() {
    if (request.getAttribute(EndPoint.SslSessionData.ATTRIBUTE)
        instanceof EndPoint.SslSessionData session) {
      var chain = session.peerCertificates();
      return chain == null || chain.length == 0 ? Optional.empty() : Optional.of(chain[0]);
    }
    return Optional.empty();
  }

  /// The body, unpacked if it is gzip; at most `bytesMax` bytes, or a [BodyException] when one more
  /// is read.
  public Body body(long bytesMax) throws IOException {
    var encoding =
        header("Content-Encoding").map(e -> e.toLowerCase(Locale.ROOT)).orElse("identity");
    if (!encoding.equals("identity") && !encoding.equals("gzip")) {
      throw new BodyException(
          BodyException.Reason.BAD_ENCODING,
          "the body is encoded as %s; only gzip or nothing is taken here".formatted(encoding));
    }
    boolean gzip = encoding.equals("gzip");
    if (!gzip && request.getLength() > bytesMax) {
      throw new BodyException(
          BodyException.Reason.TOO_LARGE,
          "the body has %d bytes; %d is the most allowed here"
              .formatted(request.getLength(), bytesMax));
    }
    return new Body(Content.Source.asInputStream(request), gzip, bytesMax, requestDeadline, clock);
  }

  /// Whether the client takes gzip in return.
  public boolean takesGzip() {
    return header("Accept-Encoding")
        .filter(e -> e.toLowerCase(Locale.ROOT).contains("gzip"))
        .isPresent();
  }

  /// Sets a response header; before the answer only.
  public Exchange set(String name, String value) {
    response.getHeaders().put(name, value);
    return this;
  }

  /// Adds a response header beside others of that name; before the answer only.
  public Exchange add(String name, String value) {
    response.getHeaders().add(name, value);
    return this;
  }

  /// Answers with a whole body, which is not read again afterwards by the caller.
  public void send(int status, String mediaType, byte[] body) throws IOException {
    begin(status, mediaType);
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
    Content.Sink.write(response, true, ByteBuffer.wrap(body));
  }

  /// Answers without a body.
  public void send(int status) throws IOException {
    answered = true;
    response.setStatus(status);
    Content.Sink.write(response, true, ByteBuffer.allocate(0));
  }

  /// Answers with a body that is written bit by bit; each [OutputStream#flush] reaches the network
  /// before it returns, and waits while the client does not read.
  public OutputStream stream(int status, String mediaType) {
    begin(status, mediaType);
    return new Stream();
  }

  /// Whether an answer was begun.
  boolean isAnswered() {
    return answered;
  }

  private void begin(int status, String mediaType) {
    answered = true;
    response.setStatus(status);
    response.getHeaders().put(new HttpField(HttpHeader.CONTENT_TYPE, mediaType));
  }

  /// Whether the query can be read: UTF-8, and two hexadecimal digits behind each percent sign.
  boolean isQueryReadable() {
    try {
      queryFields();
      return true;
    } catch (IllegalArgumentException | IllegalStateException _) {
      return false;
    }
  }

  private Fields queryFields() {
    var known = query;
    if (known == null) {
      known = Request.extractQueryParameters(request);
      query = known;
    }
    return known;
  }

  /// Once a write fails the client is gone, and closing has nothing left to say.
  private final class Stream extends OutputStream {
    private boolean broken;

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      broken = true;
      Content.Sink.write(response, false, ByteBuffer.wrap(bytes, offset, length));
      broken = false;
    }

    @Override
    public void close() throws IOException {
      if (!broken) {
        Content.Sink.write(response, true, ByteBuffer.allocate(0));
      }
    }
  }
}
