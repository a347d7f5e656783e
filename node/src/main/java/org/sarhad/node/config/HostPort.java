package org.sarhad.node.config;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;

/// Where to listen or whom to call, as people write it: `127.0.0.1:7101`, `[::1]:7101`,
/// `node.example:7111`.
///
/// @param host a name or an address, without brackets
/// @param port 0 to 65535; 0 means any free port, and only makes sense to listen on
public record HostPort(String host, int port) {
  /// Checks the ranges.
  public HostPort {
    if (host.isEmpty() || host.contains("/") || host.chars().anyMatch(Character::isWhitespace)) {
      throw new IllegalArgumentException("host \"%s\" is not a host name".formatted(host));
    }
    if (port < 0 || port > 65535) {
      throw new IllegalArgumentException("port %d is not in 0 to 65535".formatted(port));
    }
  }

  /// Reads `host:port`; throws [IllegalArgumentException] for anything else. Inverse of
  /// [#toString].
  public static HostPort parse(String text) {
    int colon = text.lastIndexOf(':');
    if (colon < 1) {
      throw new IllegalArgumentException("\"%s\" is not host:port".formatted(text));
    }
    var host = text.substring(0, colon);
    if (host.startsWith("[") && host.endsWith("]")) {
      host = host.substring(1, host.length() - 1);
    } else if (host.indexOf(':') >= 0) {
      throw new IllegalArgumentException(
          "\"%s\": an IPv6 address stands in brackets".formatted(text));
    }
    return new HostPort(host, Integer.parseInt(text.substring(colon + 1)));
  }

  /// Whether only this machine can reach it. Looks a name up, so it may wait for a name server; a
  /// name that is unknown is not taken for loopback.
  public boolean isLoopback() {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException _) {
      return false;
    }
  }

  /// The same for a socket.
  public InetSocketAddress socketAddress() {
    return new InetSocketAddress(host, port);
  }

  @Override
  public String toString() {
    return (host.indexOf(':') >= 0 ? "[%s]:%d" : "%s:%d").formatted(host, port);
  }
}
