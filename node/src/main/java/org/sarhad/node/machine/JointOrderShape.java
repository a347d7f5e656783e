package org.sarhad.node.machine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.sarhad.core.order.JointOrder;
import org.sarhad.core.party.Origin;
import org.sarhad.node.snapshot.MalformedSnapshotException;
import org.sarhad.node.snapshot.Shape;
import org.sarhad.node.snapshot.ShapeInput;
import org.sarhad.node.snapshot.ShapeOutput;

/// A joint order: the names of its logs, then its numbers.
final class JointOrderShape implements Shape<JointOrder> {
  @Override
  public void write(JointOrder order, ShapeOutput out) throws IOException {
    out.size(order.logs().size());
    for (var log : order.logs()) {
      out.text(log.value());
    }
    var numbers = LongStream.builder();
    order.save(numbers::add);
    long[] all = numbers.build().toArray();
    out.size(all.length);
    for (long number : all) {
      out.number(number);
    }
  }

  @Override
  public JointOrder read(ShapeInput in) throws IOException, MalformedSnapshotException {
    var names = new ArrayList<String>();
    for (int left = in.count(); left > 0; left--) {
      names.add(in.text());
    }
    var numbers = new long[in.count()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = in.number();
    }
    try {
      var next = Arrays.stream(numbers).iterator();
      return JointOrder.restored(names.stream().map(Origin::of).toList(), next::nextLong);
    } catch (RuntimeException e) {
      throw new MalformedSnapshotException(
          "a joint order", String.valueOf(e.getMessage()), "one that was");
    }
  }
}
