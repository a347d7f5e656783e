package org.sarhad.node.http;

import java.io.IOException;
import java.net.BindException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.sarhad.node.config.HostPort;
import org.sarhad.node.port.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One open port and the server behind it.
public final class HttpListener implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HttpListener.class);
  private static final Duration IDLE = Duration.ofSeconds(60);
  private static final Duration SHUTDOWN_IDLE = Duration.ofMillis(100);
  private static final Duration LEAVE_TO_FINISH = Duration.ofSeconds(5);
  private static final int HEADER_BYTES_MAX = 8 << 10;
  private static final int CARRIER_THREADS_MAX = 16;

  private final Server server;
  private final ServerConnector connector;
  private final String host;
  private final SlowSenders slowSenders;
  private final Thread sweeper;

  /// What a listener allows.
  ///
  /// @param connectionsMax connections at once; more wait in the kernel's queue
  /// @param requestDeadline how long a client may take for the headers of a request, and again for
  ///   each part of its body
  public record Limits(int connectionsMax, Duration requestDeadline) {}

  private HttpListener(
      Server server, ServerConnector connector, String host, SlowSenders slowSenders) {
    this.server = server;
    this.connector = connector;
    this.host = host;
    this.slowSenders = slowSenders;
    this.sweeper = Thread.ofVirtual().name("slow-senders").start(this::sweep);
  }

  /// Opens `address` and answers requests with `handler` until closed. Port 0 takes any free port;
  /// [#address] says which.
  public static HttpListener start(
      HostPort address, Optional<TlsServer> tls, Limits limits, Clock clock, HttpHandler handler)
      throws ListenException {
    var threads = new QueuedThreadPool(CARRIER_THREADS_MAX, 2);
    threads.setName("http-" + address.port());
    threads.setVirtualThreadsExecutor(
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("http-", 0).factory()));
    var server = new Server(threads);
    var slowSenders = new SlowSenders(limits.requestDeadline(), clock);
    var connector = connector(server, tls);
    connector.setHost(address.host());
    connector.setPort(address.port());
    connector.setIdleTimeout(IDLE.toMillis());
    connector.setShutdownIdleTimeout(SHUTDOWN_IDLE.toMillis());
    connector.addEventListener(slowSenders);
    server.addConnector(connector);
    server.addBean(new NetworkConnectionLimit(limits.connectionsMax(), server));
    server.setErrorHandler(
        (request, response, callback) -> refuse(handler, request, response, callback));
    var graceful = new GracefulHandler(new Answering(handler, limits, clock, slowSenders));
    server.setHandler(graceful);
    server.setStopTimeout(LEAVE_TO_FINISH.toMillis());
    try {
      server.start();
    } catch (Exception e) { // what Server.start declares
      stopQuietly(server);
      throw cannotListen(address, e);
    }
    return new HttpListener(server, connector, address.host(), slowSenders);
  }

  /// Where it really listens.
  public HostPort address() {
    return new HostPort(host, connector.getLocalPort());
  }

  /// Takes no new requests, gives those at work a few seconds to finish, and closes the port.
  @Override
  public void close() {
    sweeper.interrupt();
    stopQuietly(server);
  }

  private void sweep() {
    try {
      while (true) {
        TimeUnit.SECONDS.sleep(1);
        slowSenders.sweep();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static ServerConnector connector(Server server, Optional<TlsServer> tls) {
    var http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setSendDateHeader(true);
    http.setRequestHeaderSize(HEADER_BYTES_MAX);
    http.setUriCompliance(UriCompliance.DEFAULT);
    http.setHttpCompliance(HttpCompliance.RFC9110);
    if (tls.isEmpty()) {
      return new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    }
    // A node is known by its key, not by a name: there is no SNI host to check.
    http.addCustomizer(new SecureRequestCustomizer(false));
    var ssl = new SslContextFactory.Server();
    ssl.setSslContext(tls.get().context());
    ssl.setNeedClientAuth(tls.get().clientsMustShowCertificate());
    ssl.setIncludeProtocols("TLSv1.3");
    return new ServerConnector(
        server, 1, 1, new SslConnectionFactory(ssl, "http/1.1"), new HttpConnectionFactory(http));
  }

  /// Jetty's handler: runs ours and sees to it that every request is answered once.
  private static final class Answering extends Handler.Abstract {
    private static final int DISCARDED_BYTES_MAX = 8 << 20;

    private final HttpHandler handler;
    private final Limits limits;
    private final Clock clock;
    private final SlowSenders slowSenders;

    Answering(HttpHandler handler, Limits limits, Clock clock, SlowSenders slowSenders) {
      super(InvocationType.BLOCKING);
      this.handler = handler;
      this.limits = limits;
      this.clock = clock;
      this.slowSenders = slowSenders;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      var connection = request.getConnectionMetaData().getConnection();
      slowSenders.answering(connection);
      var exchange = new Exchange(request, response, clock, limits.requestDeadline());
      try {
        answer(exchange);
        // From here on the sender's time counts again: see SlowSenders.
        slowSenders.answered(connection);
        discardRest(request);
        callback.succeeded();
      } catch (IOException e) {
        LOG.debug("client gone: {}", e.toString());
        callback.failed(e);
      } finally {
        slowSenders.answered(connection);
      }
      return true;
    }

    private void answer(Exchange exchange) throws IOException {
      try {
        if (!exchange.isQueryReadable()) {
          send(exchange, 400, "what stands behind the question mark is not UTF-8 by percent signs");
          return;
        }
        handler.handle(exchange);
        if (!exchange.isAnswered()) {
          throw new IllegalStateException(
              "no answer to " + exchange.method() + " " + exchange.path());
        }
      } catch (BodyException e) {
        exchange.set("Connection", "close");
        send(exchange, e.reason().status(), e.getMessage());
      } catch (RuntimeException e) {
        LOG.error("bug while answering {} {}", exchange.method(), exchange.path(), e);
        if (exchange.isAnswered()) {
          throw new IOException("answer broken off", e);
        }
        send(exchange, 500, "");
      }
    }

    /// Closing a connection on bytes nobody read resets it, and the sender may lose the answer that
    /// says why. So what is left of a body that was given up before its end is read and thrown
    /// away, up to a bound; [SlowSenders] bounds the time.
    private static void discardRest(Request request) throws IOException {
      try (var rest = Content.Source.asInputStream(request)) {
        var _ = rest.skip(DISCARDED_BYTES_MAX);
      }
    }

    private void send(Exchange exchange, int status, String detail) throws IOException {
      var refusal = handler.refusal(status, detail);
      exchange.send(status, refusal.mediaType(), refusal.body().getBytes(StandardCharsets.UTF_8));
    }
  }

  private static boolean refuse(
      HttpHandler handler, Request request, Response response, Callback callback) {
    int status = response.getStatus();
    var cause = request.getAttribute(org.eclipse.jetty.server.handler.ErrorHandler.ERROR_MESSAGE);
    var refusal = handler.refusal(status, cause == null ? "" : cause.toString());
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, refusal.mediaType());
    response.write(true, StandardCharsets.UTF_8.encode(refusal.body()), callback);
    return true;
  }

  private static ListenException cannotListen(HostPort address, Exception e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException) {
        return new ListenException(
            "%s is not an address of this machine. Maybe the name is misspelt.".formatted(address),
            e);
      }
      if (cause instanceof BindException bind) {
        var message = String.valueOf(bind.getMessage());
        return new ListenException(
            message.contains("in use")
                ? "Port %d on %s is taken by another program. Maybe this node runs already; end it, or choose another port."
                    .formatted(address.port(), address.host())
                : "Cannot listen on %s: %s. Maybe the address is not one of this machine, or the port needs more rights."
                    .formatted(address, message),
            e);
      }
    }
    return new ListenException("Cannot listen on %s: %s.".formatted(address, e), e);
  }

  private static void stopQuietly(Server server) {
    try {
      server.stop();
    } catch (Exception e) { // what Server.stop declares
      LOG.warn("a listener did not stop cleanly: {}", e.toString());
    }
  }
}
