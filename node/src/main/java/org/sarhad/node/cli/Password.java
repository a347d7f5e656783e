package org.sarhad.node.cli;

import java.io.Console;
import java.util.Optional;
import org.sarhad.node.account.Accounts;

/// A password from who runs the command: typed, or, for scripts, in a variable.
final class Password {
  /// The variable that holds a password for scripts.
  static final String VARIABLE = "SARHAD_PASSWORD";

  private Password() {}

  /// The password of an account.
  static String ofAccount() throws CannotException {
    var given =
        Optional.ofNullable(System.getenv(VARIABLE))
            .or(
                () ->
                    Optional.ofNullable(System.console())
                        .filter(Console::isTerminal)
                        .map(terminal -> new String(terminal.readPassword("Password: "))))
            .orElse("");
    if (given.length() < Accounts.PASSWORD_MIN) {
      throw new CannotException(
          "A password of at least %d characters is needed; type it, or set %s."
              .formatted(Accounts.PASSWORD_MIN, VARIABLE));
    }
    return given;
  }
}
