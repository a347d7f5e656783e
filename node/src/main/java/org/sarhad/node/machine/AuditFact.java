package org.sarhad.node.machine;

import java.util.Optional;
import org.sarhad.core.entry.Kind;

/// A line of the audit trail: who did, or was refused, what at this node. Kept in the private
/// journal.
///
/// @param what `sign_in`, `sign_out`, `lock_out`, `denied`, `password`, `account`, `bundle`,
///   `exhibit`, `screening`, `geography`
/// @param refused whether it was refused
/// @param login the account's name, if any was given
/// @param operation the operation that was called, if any
/// @param code the code of the refusal, if it was one
/// @param address where the call came from
/// @param detail one more sentence, without secrets; may be empty
public record AuditFact(
    String what,
    boolean refused,
    Optional<String> login,
    Optional<String> operation,
    Optional<String> code,
    Optional<String> address,
    String detail) {
  /// Of the entry that keeps it.
  public static final Kind KIND = Kind.of("node.audit");
}
