package org.sarhad.sim.act;

import java.util.List;
import org.sarhad.core.act.ActsState;
import org.sarhad.core.entry.EntryId;
import org.sarhad.tlog.tree.Hash;

/// What two logs come to, as far as somebody has them.
///
/// @param logs the lines of both, packed
/// @param order what is final, in the joint order
/// @param digests the digest of the acts after each of them
/// @param acts after all of them
/// @param tentative what is not final, in the order it would have if nothing else came
/// @param expected the acts after that too: what a node decides by
/// @param unanswered for each side whether it has something to acknowledge
record Fold(
    List<String> logs,
    List<EntryId> order,
    List<Hash> digests,
    ActsState acts,
    List<EntryId> tentative,
    ActsState expected,
    List<Boolean> unanswered) {}
