package org.sarhad.core.record;

import org.sarhad.core.entry.EntryId;
import org.sarhad.tlog.tree.Hash;

/// A fork that some side published.
///
/// @param by the entry that published it
/// @param common entries both histories have in common, as far as that side could prove
/// @param evidence SHA-256 of the proof
public record ForkNotice(EntryId by, long common, Hash evidence) {}
