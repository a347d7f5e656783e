package org.sarhad.node.config;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How one node is run: everything its file says, each part for the room that uses it.
///
/// @param party who it speaks for
/// @param neighbour how the other side is shown
/// @param console its own side's listener
/// @param peer the link
/// @param accounts signing in
/// @param signatures who does Ed25519
/// @param log lines on standard error
/// @param exhibits room and line for files of exhibits
public record NodeConfig(
    PartyConfig party,
    NeighbourConfig neighbour,
    ConsoleConfig console,
    PeerConfig peer,
    AccountConfig accounts,
    SignatureConfig signatures,
    LogConfig log,
    ExhibitConfig exhibits) {

  /// The name of the file in a node's directory.
  public static final String FILE_NAME = "sarhad.properties";

  /// Keys of earlier versions and what to write instead. Entries are only ever added.
  private static final Map<String, String> RETIRED =
      Map.of(
          "console.port", "Write console.address = 127.0.0.1:PORT instead.",
          "peer.port", "Write peer.address = HOST:PORT instead.");

  /// Reads and checks a file's text. Throws with every complaint there is.
  public static NodeConfig parse(String text) throws MalformedConfigException {
    var settings = new Settings(ConfigFile.parse(text), RETIRED);
    var config = read(settings);
    settings.finish();
    return config;
  }

  /// Reads and checks the file of the node whose directory is `directory`. Throws [IOException]
  /// with a sentence for the operator when it cannot be read.
  public static NodeConfig load(Path directory) throws IOException, MalformedConfigException {
    var file = directory.resolve(FILE_NAME);
    if (!Files.isRegularFile(file)) {
      throw new IOException(
          "%s is not there. Maybe the directory is another; `sarhad keys new --directory %s` makes a node."
              .formatted(file, directory));
    }
    try {
      return parse(Files.readString(file));
    } catch (MalformedInputException e) {
      throw new IOException(file + " is not UTF-8 text. Save it as UTF-8.", e);
    }
  }

  /// Every key with its default and meaning, as a file that can be edited: required keys bare, the
  /// others commented out.
  public static String printed() {
    var settings = new Settings(new ConfigFile(new LinkedHashMap<>()), RETIRED);
    var _ = read(settings);
    var file =
        new StringBuilder(
            "# What a node can be told. A line that is left out means the value shown.\n");
    for (var asked : settings.described()) {
      file.append("\n# %s\n".formatted(asked.meaning()));
      file.append(
          asked
              .standard()
              .map(standard -> "# %s = %s\n".formatted(asked.key(), standard))
              .orElse("%s =\n".formatted(asked.key())));
    }
    return file.toString();
  }

  /// Every key there is, in the order of [#printed].
  static List<String> keys() {
    var settings = new Settings(new ConfigFile(new LinkedHashMap<>()), RETIRED);
    var _ = read(settings);
    return settings.described().stream().map(Settings.Asked::key).toList();
  }

  private static NodeConfig read(Settings settings) {
    var party = PartyConfig.read(settings);
    return new NodeConfig(
        party,
        NeighbourConfig.read(settings, party),
        ConsoleConfig.read(settings),
        PeerConfig.read(settings),
        AccountConfig.read(settings),
        SignatureConfig.read(settings),
        LogConfig.read(settings),
        ExhibitConfig.read(settings));
  }
}
