package org.sarhad.core.party;

import java.util.Optional;

/// What an officer may do, granted and revoked by entries (docs/protocol/04-keys-and-people.md).
///
/// The set is the table of roles that neighbouring authorities already staff; a channel's
/// modalities say which role may sign which act. The code is what stands in signed bytes and never
/// changes.
public enum Role {
  /// Owns the queue round the clock: notifies the peer, acknowledges, keeps the log, hands over.
  WATCH_OFFICER("watch_officer", "Watch officer"),
  /// Tasks own units, keeps their status, follows the run card.
  DISPATCHER("dispatcher", "Dispatcher"),
  /// Posted on the other side's soil: sees both views, translates, verifies that messages arrived.
  LIAISON("liaison", "Liaison officer"),
  /// In the field on a poor link: status, position, receipt of STOP.
  UNIT_LEADER("unit_leader", "Unit leader"),
  /// Accepts or offers handover, recommends assent.
  SECTOR_COMMANDER("sector_commander", "Sector commander"),
  /// The signatory: modalities, assent to cross, suspension.
  CHIEF("chief", "Security chief"),
  /// Keeps evidence, states claims, drafts findings.
  INVESTIGATOR("investigator", "Investigator"),
  /// Agendas, minutes, needs and offers, statements of account.
  CLERK("clerk", "Committee clerk"),
  /// Holds and releases what screening stopped.
  COMPLIANCE("compliance", "Compliance officer"),
  /// Reads what both sides released and verifies it; signs nothing.
  OBSERVER("observer", "Observer"),
  /// Keeps the node: officers, keys, backup, link.
  ADMIN("admin", "Node administrator");

  private final String code;
  private final String title;

  Role(String code, String title) {
    this.code = code;
    this.title = title;
  }

  /// The word in signed bytes, `[a-z_]+`.
  public String code() {
    return code;
  }

  /// The English title; other languages live in the console's catalogues.
  public String title() {
    return title;
  }

  /// The role whose code is `code`; inverse of [#code()]; empty when this version knows none.
  public static Optional<Role> find(String code) {
    for (Role role : values()) {
      if (role.code.equals(code)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }
}
