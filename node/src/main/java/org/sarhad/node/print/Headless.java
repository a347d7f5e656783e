package org.sarhad.node.print;

import java.io.IOException;
import java.nio.file.Files;

/// The JDK's graphics on a machine that has no screen, and perhaps no fonts and no library that
/// looks for them: told so before the first of its classes is there.
final class Headless {
  /// Where the JDK reads which fonts the machine has, instead of asking a library of the system.
  private static final String FONTS = "sun.awt.fontconfig";

  /// That it has none. All that is ever drawn here is in fonts that came along.
  private static final String NONE = "version=1\nsequence.allfonts=default\n";

  private Headless() {}

  /// To be called before anything of `java.awt`. Leaves alone what the operator has set.
  ///
  /// @throws IOException when the directory for temporary files cannot be written
  static void begin() throws IOException {
    System.setProperty("java.awt.headless", "true");
    if (System.getProperty(FONTS) == null) {
      var none = Files.createTempFile("sarhad-fonts", ".properties");
      none.toFile().deleteOnExit();
      Files.writeString(none, NONE);
      System.setProperty(FONTS, none.toString());
    }
  }
}
