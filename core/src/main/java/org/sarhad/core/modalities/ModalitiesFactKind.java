package org.sarhad.core.modalities;

import java.util.Locale;
import java.util.Optional;
import org.sarhad.core.entry.Kind;

/// The kinds of fact about the modalities, by the word in the envelope (protocol clause 08-5).
public enum ModalitiesFactKind {
  /// An officer's remark on a clause that is offered.
  COMMENTED,
  /// The announced time of a signed version has come.
  BEGAN,
  /// A side will suspend, from a time on.
  SUSPENSION_NOTICED,
  /// That time has come; or a side suspends at once, as an emergency.
  SUSPENDED,
  /// A side will end its suspension, from a time on.
  RESUMPTION_NOTICED,
  /// That time has come; or the emergency is over.
  RESUMED,
  /// A side takes back a notice of either sort.
  NOTICE_WITHDRAWN;

  /// The first word of every kind here.
  public static final String APPLICATION = "modalities";

  /// The word in the envelope: `modalities.commented`. Never changes.
  public Kind kind() {
    return new Kind(APPLICATION + "." + name().toLowerCase(Locale.ROOT));
  }

  /// Inverse of [#kind()]; empty for a kind that this version does not know.
  public static Optional<ModalitiesFactKind> find(Kind kind) {
    for (ModalitiesFactKind known : values()) {
      if (known.kind().equals(kind)) {
        return Optional.of(known);
      }
    }
    return Optional.empty();
  }
}
