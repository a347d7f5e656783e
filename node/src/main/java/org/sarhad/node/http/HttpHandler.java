package org.sarhad.node.http;

import java.io.IOException;

/// Answers requests. Called on a virtual thread for each request, so it may wait.
public interface HttpHandler {
  /// Answers one request: calls [Exchange#send] or [Exchange#stream] exactly once.
  ///
  /// A [BodyException] that is let through is answered by [#refusal]; any other [IOException] means
  /// that the client is gone, and ends the connection. A [RuntimeException] is a bug: it is logged,
  /// counted and answered 500.
  void handle(Exchange exchange) throws IOException;

  /// What to send when a request never got as far as [#handle], or was left there with a
  /// [BodyException].
  ///
  /// @param status 400 to 599
  /// @param detail what was wrong, for a person; may be empty
  Refusal refusal(int status, String detail);

  /// A body to refuse with.
  ///
  /// @param mediaType its media type
  /// @param body the text
  record Refusal(String mediaType, String body) {}
}
