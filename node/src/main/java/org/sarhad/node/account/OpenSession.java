package org.sarhad.node.account;

import java.time.Instant;
import org.sarhad.tlog.note.NoteSigner;

/// Somebody who is signed in, with their officer key unlocked. Ends by signing out, by idling, at
/// the end of its life, when the account is revoked, and with the process.
///
/// @param account as it was at sign-in
/// @param signer signs as the officer
/// @param csrf what writes must carry besides the cookie
/// @param address where they signed in from
/// @param signedInAt when
/// @param expiresAt when it ends in any case
public record OpenSession(
    Account account,
    NoteSigner signer,
    String csrf,
    String address,
    Instant signedInAt,
    Instant expiresAt) {
  /// Login and address only.
  @Override
  public String toString() {
    return "OpenSession[%s from %s]".formatted(account.login(), address);
  }
}
