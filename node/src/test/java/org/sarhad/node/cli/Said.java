package org.sarhad.node.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;

/// What a command said.
///
/// @param code it ended with
/// @param out on standard output
/// @param err on standard error
record Said(int code, String out, String err) {
  /// Runs `sarhad` with these words, in this process.
  static Said by(Object... words) {
    var out = new StringWriter();
    var err = new StringWriter();
    int code =
        SarhadCommand.run(
            new PrintWriter(out),
            new PrintWriter(err),
            Stream.of(words).map(Object::toString).toArray(String[]::new));
    return new Said(code, out.toString(), err.toString());
  }

  /// Runs `sarhad verify` with these words.
  static Said byVerify(Object... words) {
    return by(Stream.concat(Stream.of("verify"), Stream.of(words)).toArray());
  }
}
