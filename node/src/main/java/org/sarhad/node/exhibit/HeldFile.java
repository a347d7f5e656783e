package org.sarhad.node.exhibit;

import org.sarhad.tlog.tree.Hash;

/// A file that is held whole, known by its digest as exhibits are (09-5.1).
///
/// @param sha256 of it
/// @param card what else is known of it
public record HeldFile(Hash sha256, HeldCard card) {}
