package org.sarhad.node.peer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.sarhad.core.party.Origin;
import org.sarhad.core.party.PartyId;
import org.sarhad.node.config.HostPort;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.note.MalformedVerifierKeyException;
import org.sarhad.tlog.note.VerifierKey;
import org.sarhad.tlog.tree.Hash;

/// A [PairingCard] as it travels (06-1): the text its fingerprint covers, and one more line with
/// the address, which the fingerprint leaves out.
///
/// ```
/// sarhad card v1
/// party ir
/// origin ir.sarhad.example/joint
/// node ir.sarhad.example/node+…
/// log ir.sarhad.example/joint+…
/// log ir.sarhad.example/joint+…
/// mirror ir.sarhad.example/mirror+…
/// mirror ir.sarhad.example/mirror+…
/// tls 9f86d0…
/// address 192.0.2.7:7111
/// ```
public final class CardFile {
  /// The largest card, in bytes; a dozen ML-DSA keys fit.
  public static final int BYTES_MAX = 32 << 10;

  private static final String HEADER = "sarhad card v1";

  private CardFile() {}

  /// The card as text. Inverse of [#parse].
  public static String print(PairingCard card) {
    return card.text() + "address " + card.address() + "\n";
  }

  /// The card in `text`, spelled exactly as [#print] spells it.
  public static PairingCard parse(String text) throws MalformedCardException {
    var lines = new Lines(text);
    lines.exactly(HEADER);
    var party = lines.value("party", PartyId::new);
    var origin = lines.value("origin", Origin::new);
    var node = lines.key("node");
    var log = lines.keys("log");
    var mirror = lines.keys("mirror");
    var tls = lines.value("tls", CardFile::hash);
    var address = lines.value("address", line -> HostPort.parse(line).toString());
    lines.end();
    try {
      var card = new PairingCard(party, origin, node, log, mirror, tls, address);
      if (!print(card).equals(text)) {
        throw new MalformedCardException("card", "another spelling", "the one spelling");
      }
      return card;
    } catch (IllegalArgumentException e) {
      throw new MalformedCardException(
          "card", String.valueOf(e.getMessage()), "keys with one job each");
    }
  }

  private static Hash hash(String hex) {
    return Bytes.parseHex(hex)
        .filter(bytes -> bytes.size() == Hash.SIZE)
        .map(bytes -> Hash.of(bytes.toArray(), 0))
        .orElseThrow(() -> new IllegalArgumentException(hex));
  }

  /// The lines of a card, taken one after the other.
  private static final class Lines {
    private final List<String> lines;
    private int next;

    Lines(String text) throws MalformedCardException {
      if (text.length() > BYTES_MAX || !text.endsWith("\n")) {
        throw new MalformedCardException(
            "card", "a text of another form", "lines of at most 32 KiB");
      }
      this.lines = text.lines().toList();
    }

    String take() throws MalformedCardException {
      if (next == lines.size()) {
        throw new MalformedCardException(
            "line " + (next + 1), "the end of the card", "one more line");
      }
      return lines.get(next++);
    }

    void exactly(String expected) throws MalformedCardException {
      var line = take();
      if (!line.equals(expected)) {
        throw new MalformedCardException("line " + next, line, expected);
      }
    }

    <T> T value(String name, Function<String, T> parser) throws MalformedCardException {
      var line = take();
      try {
        if (line.startsWith(name + " ")) {
          return parser.apply(line.substring(name.length() + 1));
        }
      } catch (IllegalArgumentException _) {
        // said below
      }
      throw new MalformedCardException("line " + next, line, "`" + name + "` and a valid value");
    }

    VerifierKey key(String name) throws MalformedCardException {
      var line = take();
      if (!line.startsWith(name + " ")) {
        throw new MalformedCardException("line " + next, line, "`" + name + "` and a verifier key");
      }
      try {
        return VerifierKey.parse(line.substring(name.length() + 1));
      } catch (MalformedVerifierKeyException e) {
        throw new MalformedCardException("line " + next + ", " + e.what(), e.found(), e.expected());
      }
    }

    List<VerifierKey> keys(String name) throws MalformedCardException {
      var keys = new ArrayList<VerifierKey>();
      while (next < lines.size() && lines.get(next).startsWith(name + " ")) {
        keys.add(key(name));
      }
      return keys;
    }

    void end() throws MalformedCardException {
      if (next < lines.size()) {
        throw new MalformedCardException(
            "line " + (next + 1), lines.get(next), "the end of the card");
      }
    }
  }
}
