package org.sarhad.node.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// Answers with what it was asked; `/bug` has a bug.
final class Echo implements HttpHandler {
  static final int BODY_MAX = 1 << 20;

  @Override
  public void handle(Exchange exchange) throws IOException {
    switch (exchange.path()) {
      case "/bug" -> throw new IllegalStateException("planted");
      case "/silent" -> {}
      case "/stream" -> {
        try (var out = exchange.stream(200, "text/plain")) {
          out.write("one\n".getBytes(StandardCharsets.UTF_8));
          out.flush();
          out.write("two\n".getBytes(StandardCharsets.UTF_8));
        }
      }
      default -> {
        long bytes = exchange.body(BODY_MAX).readAllBytes().length;
        var answer =
            "%s %s %s %d"
                .formatted(
                    exchange.method(), exchange.path(), exchange.query("q").orElse("-"), bytes);
        exchange.send(200, "text/plain", answer.getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  @Override
  public Refusal refusal(int status, String detail) {
    return new Refusal("text/plain", "refused %d %s".formatted(status, detail));
  }
}
