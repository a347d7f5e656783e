package org.sarhad.node.assembly;

import java.util.Optional;
import java.util.function.Supplier;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.inquiry.InquiryState;
import org.sarhad.core.record.ChannelState;
import org.sarhad.core.record.Erasure;
import org.sarhad.core.record.PayloadId;
import org.sarhad.node.exhibit.NamedFiles;
import org.sarhad.node.exhibit.Sight;
import org.sarhad.node.machine.NodeView;

/// What the record says about files, made anew only when something about it has changed. For
/// several threads.
final class Sights implements Supplier<Sight> {
  private final Supplier<NodeView> view;
  private volatile Optional<Made> made = Optional.empty();

  private record Made(
      InquiryState agreed,
      InquiryState expected,
      PersistentMap<PayloadId, Erasure> erasures,
      Sight sight) {
    @SuppressWarnings("ReferenceEquality") // states never change: another one is another object
    boolean isOf(InquiryState nextAgreed, InquiryState nextExpected, ChannelState channel) {
      return agreed == nextAgreed && expected == nextExpected && erasures == channel.erasures();
    }
  }

  Sights(Supplier<NodeView> view) {
    this.view = view;
  }

  @Override
  public Sight get() {
    var now = view.get();
    var agreed = now.agreed().inquiry();
    var expected = now.expected().inquiry();
    var channel = now.channel();
    var known = made.filter(before -> before.isOf(agreed, expected, channel));
    if (known.isPresent()) {
      return known.get().sight;
    }
    var sight = new Sight(NamedFiles.of(agreed, channel), NamedFiles.of(expected, channel));
    made = Optional.of(new Made(agreed, expected, channel.erasures(), sight));
    return sight;
  }
}
