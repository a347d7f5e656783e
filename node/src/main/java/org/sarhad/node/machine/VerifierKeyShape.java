package org.sarhad.node.machine;

import java.io.IOException;
import org.sarhad.node.snapshot.MalformedSnapshotException;
import org.sarhad.node.snapshot.Shape;
import org.sarhad.node.snapshot.ShapeInput;
import org.sarhad.node.snapshot.ShapeOutput;
import org.sarhad.tlog.note.MalformedVerifierKeyException;
import org.sarhad.tlog.note.VerifierKey;

/// A public key: its one line of text.
final class VerifierKeyShape implements Shape<VerifierKey> {
  @Override
  public void write(VerifierKey key, ShapeOutput out) throws IOException {
    out.text(key.text());
  }

  @Override
  public VerifierKey read(ShapeInput in) throws IOException, MalformedSnapshotException {
    try {
      return VerifierKey.parse(in.text());
    } catch (MalformedVerifierKeyException e) {
      throw new MalformedSnapshotException(e.what(), e.found(), e.expected());
    }
  }
}
