package org.sarhad.node;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.sarhad.node.cli.SarhadCommand;

/// Where the program starts.
public final class Main {
  private Main() {}

  /// Runs one command line and ends with its exit code.
  ///
  /// @param arguments a command and what it takes; see `sarhad --help`
  public static void main(String[] arguments) {
    var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(SarhadCommand.run(out, err, arguments));
  }
}
