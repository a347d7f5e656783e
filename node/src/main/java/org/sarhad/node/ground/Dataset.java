package org.sarhad.node.ground;

import org.sarhad.tlog.tree.Hash;

/// Geography that lies in a file beside the configuration, and is known by it.
public interface Dataset {
  /// SHA-256 of its file, by which both sides name it.
  Hash sha256();
}
