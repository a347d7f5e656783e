package org.sarhad.core.entry;

import java.util.Optional;

/// Who may have the payloads of an entry (protocol clause 02-6). The envelope is seen by everybody
/// who mirrors the log.
public enum Release {
  /// Own side only: the entry stands in the private journal and never in a shared log.
  OWN("own"),
  /// The entry is shared and a payload is withheld until its `reveal_by`: a promise to show it.
  SEALED("sealed"),
  /// The parties of the channel.
  PEER("peer"),
  /// Anyone.
  PUBLIC("public");

  private final String code;

  Release(String code) {
    this.code = code;
  }

  /// The word in signed bytes.
  public String code() {
    return code;
  }

  /// Whether the entry is shared with the peer at all.
  public boolean isShared() {
    return this != OWN;
  }

  /// The level whose code is `code`; inverse of [#code()].
  public static Optional<Release> find(String code) {
    for (Release release : values()) {
      if (release.code.equals(code)) {
        return Optional.of(release);
      }
    }
    return Optional.empty();
  }
}
