package org.sarhad.roads;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;

/// What the command said.
///
/// @param code it ended with
/// @param out on standard output
/// @param err on standard error
record Said(int code, String out, String err) {
  /// Runs `sarhad roads` with these words, in this process.
  static Said by(Object... words) {
    var out = new StringWriter();
    var err = new StringWriter();
    int code =
        RoadsCommand.run(
            new PrintWriter(out),
            new PrintWriter(err),
            Stream.of(words).map(Object::toString).toArray(String[]::new));
    return new Said(code, out.toString(), err.toString());
  }
}
