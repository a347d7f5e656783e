package org.sarhad.bench.record;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.sarhad.bench.record.Authors.Written;
import org.sarhad.core.entry.Payload;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.checkpoint.Checkpoint;
import org.sarhad.tlog.mirror.AddEntries;
import org.sarhad.tlog.mirror.EntryPackage;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.HashReader;
import org.sarhad.tlog.tree.Merkle;
import org.sarhad.tlog.tree.Tree;

/// A whole log as its author sends it to a mirror that has nothing yet.
///
/// @param head what it is proved for
/// @param body of one add-entries request, all packages in it
/// @param payloads by index of the entry
record Upload(Checkpoint head, Bytes body, List<Payload.Salted> payloads) {
  Upload {
    payloads = List.copyOf(payloads);
  }

  /// The log of `count` entries, a multiple of 256, and the packages it takes.
  static Upload of(Authors authors, int count) throws IOException {
    List<Written> written = authors.write(0, count);
    HashReader tree = complete(written);
    var head = new Checkpoint(authors.origin(), count, Tree.root(count, tree));
    var header = new AddEntries(authors.origin(), 0, count, Bytes.EMPTY);
    var body = new ByteArrayOutputStream();
    header.bytes().writeTo(body);
    for (long i = 0; i < header.packageCount(); i++) {
      var range = header.range(i);
      List<Bytes> entries =
          written.subList((int) range.start(), (int) range.end()).stream()
              .map(one -> one.entry().bytes())
              .toList();
      EntryPackage.of(range, entries, count, tree).bytes().writeTo(body);
    }
    return new Upload(
        head, Bytes.of(body.toByteArray()), written.stream().map(Written::payload).toList());
  }

  /// Every complete subtree of the log, in memory.
  private static HashReader complete(List<Written> written) {
    List<List<Hash>> levels = new ArrayList<>();
    levels.add(written.stream().map(one -> one.entry().leafHash()).toList());
    while (levels.getLast().size() > 1) {
      List<Hash> below = levels.getLast();
      List<Hash> level = new ArrayList<>();
      for (int i = 0; i + 1 < below.size(); i += 2) {
        level.add(Merkle.node(below.get(i), below.get(i + 1)));
      }
      levels.add(level);
    }
    return (level, index) -> levels.get(level).get(Math.toIntExact(index));
  }
}
