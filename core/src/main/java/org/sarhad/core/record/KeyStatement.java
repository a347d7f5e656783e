package org.sarhad.core.record;

import org.sarhad.core.entry.SeenHead;
import org.sarhad.core.party.ChannelId;
import org.sarhad.core.party.Origin;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.note.VerifierKey;

/// The texts that are signed inside key facts (protocol clause 04-5). Each begins with what it is,
/// so a signature over one is never a signature over a note, a head or another statement.
public final class KeyStatement {
  private KeyStatement() {}

  /// "I am the next key of this log": signed by that key, so that nobody can enrol a key they do
  /// not hold, and by the recovery key when the old one is lost.
  public static Bytes rotation(ChannelId channel, Origin log, KeyUse use, VerifierKey next) {
    return lines("sarhad key rotation v1", channel, log, use.code(), next.text());
  }

  /// "This log ends here": signed by the recovery key.
  public static Bytes revocation(ChannelId channel, Origin log, long size) {
    return lines("sarhad log revocation v1", channel, log, size);
  }

  /// "This log follows that one": signed by the recovery key of the one that ended.
  public static Bytes succession(ChannelId channel, Origin ended, SeenHead last, Origin successor) {
    return lines("sarhad succession v1", channel, ended, last.size(), last.root(), successor);
  }

  private static Bytes lines(Object... lines) {
    StringBuilder text = new StringBuilder();
    for (Object line : lines) {
      text.append(line).append('\n');
    }
    return Bytes.ofUtf8(text.toString());
  }
}
