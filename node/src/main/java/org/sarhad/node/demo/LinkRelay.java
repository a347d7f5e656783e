package org.sarhad.node.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The cable between two buildings: passes bytes from a port of its own to a node's peer port, and
/// can be pulled out and put back.
///
/// While cut, every open connection is closed and every new one is closed at once, so the nodes see
/// what they would see of a severed line. The bytes are TLS between the nodes; the relay can read
/// none of them. Loopback only.
public final class LinkRelay implements AutoCloseable {
  private static final int CONNECT_MS = 2_000;

  private final ServerSocket entrance;
  private final int targetPort;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile boolean cut;

  /// Listens on `port` (0: any free one) and passes everything on to `targetPort`.
  public LinkRelay(int port, int targetPort) throws IOException {
    this.entrance = new ServerSocket();
    this.entrance.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    this.targetPort = targetPort;
    Thread.ofVirtual().name("relay-" + targetPort).start(this::accept);
  }

  /// Where the neighbour connects.
  public int port() {
    return entrance.getLocalPort();
  }

  /// Pulls the cable out.
  public void cut() {
    cut = true;
    open.forEach(LinkRelay::closeQuietly);
  }

  /// Puts it back.
  public void restore() {
    cut = false;
  }

  private void accept() {
    while (!entrance.isClosed()) {
      try {
        var near = entrance.accept();
        if (cut) {
          closeQuietly(near);
        } else {
          Thread.ofVirtual().start(() -> join(near));
        }
      } catch (IOException e) {
        // Accepting failed because the relay was closed; the loop's condition says so.
      }
    }
  }

  private void join(Socket near) {
    open.add(near);
    try (near;
        var far = new Socket()) {
      open.add(far);
      far.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), targetPort), CONNECT_MS);
      if (cut) {
        return;
      }
      near.setTcpNoDelay(true);
      far.setTcpNoDelay(true);
      var back = Thread.ofVirtual().start(() -> pass(far, near));
      pass(near, far);
      back.join();
      open.remove(far);
    } catch (IOException e) {
      // The node behind is down: the neighbour sees a closed connection, as over a real line.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      open.remove(near);
    }
  }

  private static void pass(Socket from, Socket to) {
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      in.transferTo(out);
      to.shutdownOutput();
    } catch (IOException e) {
      closeQuietly(from);
      closeQuietly(to);
    }
  }

  private static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // Closing is all we wanted; there is nobody left to tell.
    }
  }

  @Override
  public void close() throws IOException {
    entrance.close();
    cut();
  }
}
