package org.sarhad.node.account;

import org.sarhad.core.party.OfficerId;
import org.sarhad.tlog.Bytes;

/// The public half of the key behind an account, as the record knows it.
///
/// @param officer the name on its signature lines
/// @param publicKey the 32 bytes of an Ed25519 key
public record OfficerKey(OfficerId officer, Bytes publicKey) {}
