package org.sarhad.node.machine;

import org.sarhad.core.party.OfficerId;
import org.sarhad.tlog.note.NoteSigner;

/// An officer who is signed in, with their key unlocked. What they may do is not here: it follows
/// from the record, at the entry's position.
///
/// @param officer the name of their key
/// @param signer signs what they say; its name is the officer's
public record Session(OfficerId officer, NoteSigner signer) {}
