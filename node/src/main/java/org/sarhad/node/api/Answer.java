package org.sarhad.node.api;

import java.io.IOException;
import org.sarhad.node.api.view.Problem;
import org.sarhad.node.http.Exchange;

/// What an operation answers.
sealed interface Answer {
  /// Done or found.
  ///
  /// @param status 200 to 299
  /// @param value a record of the contract
  record Body(int status, Object value) implements Answer {}

  /// The same, as it is sent.
  ///
  /// @param json the value's bytes
  record Written(int status, org.sarhad.tlog.Bytes json) implements Answer {}

  /// Done, and nothing to say.
  record Nothing() implements Answer {}

  /// Found, and not JSON.
  ///
  /// @param mediaType as in the contract
  /// @param fileName what a browser should call it; empty to show it
  record Bytes(String mediaType, org.sarhad.tlog.Bytes content, String fileName)
      implements Answer {}

  /// Found, not JSON of the contract's, and the same for a long time: whoever has it already is
  /// told so in a few bytes.
  ///
  /// @param mediaType of text, as in the contract
  record Lasting(String mediaType, org.sarhad.tlog.Bytes content) implements Answer {}

  /// Not done.
  record Refused(Problem problem) implements Answer {}

  /// Answered by itself, bit by bit.
  record Stream(Streaming streaming) implements Answer {}

  /// Writes an answer for as long as the client listens.
  interface Streaming {
    void run(Exchange exchange) throws IOException;
  }

  /// Found: 200.
  static Answer ok(Object value) {
    return new Body(200, value);
  }

  /// Written: 201.
  static Answer created(Object value) {
    return new Body(201, value);
  }

  /// Nothing of that name.
  static Answer unknown(String what) {
    return new Refused(ApiRefusal.THING_UNKNOWN.because(what));
  }
}
