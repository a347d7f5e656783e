package org.sarhad.node.machine;

import java.util.List;
import org.sarhad.node.link.PayloadFrame;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.HashReader;

/// What a push needs of the own log.
interface PushSource {
  /// The hashes of its tree.
  HashReader hashes();

  /// The exact bytes of the entry at `index`.
  Bytes entry(long index);

  /// The payloads of that entry which the peer may have, or the word that they were erased.
  List<PayloadFrame> releasedPayloads(long index);
}
