package org.sarhad.node.api;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.sarhad.core.barter.Voucher;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.Origin;
import org.sarhad.node.api.view.BookViews;
import org.sarhad.node.machine.NodeView;

/// Whether both nodes have the same book: what is proven of that, and no more (protocol clause
/// 14-8.2).
final class Sameness {
  private enum State {
    SAME,
    NOT_COMPARED,
    DIFFERS
  }

  private final Lens lens;
  private final NodeView view;
  private final NodeView.FinalBook last;
  private final NodeView.JointView joint;
  private final Function<Voucher, EntryId> bookedBy;

  /// @param last the book as it is final here
  /// @param bookedBy the entry by whose place a voucher was booked
  Sameness(Lens lens, NodeView.FinalBook last, Function<Voucher, EntryId> bookedBy) {
    this.lens = lens;
    this.view = lens.view();
    this.last = last;
    this.joint = view.joint();
    this.bookedBy = bookedBy;
  }

  BookViews.Same view() {
    var changed = state() == State.SAME ? Optional.<EntryId>empty() : view.jointEntry(last.since());
    return new BookViews.Same(
        Codes.of(state()),
        last.book().digest().toString(),
        last.book().journal().order().size(),
        heads(last.count()),
        heads(joint.equalUntil()),
        changed.map(lens::entryName),
        changed.flatMap(view::entry).map(entry -> entry.envelope().time()),
        joint
            .firstDifference()
            .map(entry -> new BookViews.Differing(lens.entryName(entry), firstVoucher())));
  }

  private State state() {
    if (!joint.equal()) {
      return State.DIFFERS;
    }
    return last.isSame(joint) ? State.SAME : State.NOT_COMPARED;
  }

  /// The sizes of the logs that the first `count` final entries make; none where that is too long
  /// ago to be known. O(entries since the quieter log spoke).
  private List<BookViews.Head> heads(long count) {
    var sizes = new TreeMap<Origin, Long>();
    var logs = view.channel().sides().keys().toList();
    for (long place = count; place > 0 && sizes.size() < logs.size(); place--) {
      var entry = view.jointEntry(place);
      if (entry.isEmpty()) {
        return List.of();
      }
      sizes.putIfAbsent(entry.get().origin(), entry.get().index() + 1);
    }
    var heads = new ArrayList<BookViews.Head>();
    sizes.forEach(
        (log, size) -> heads.add(new BookViews.Head(lens.parties().logName(view, log), size)));
    return List.copyOf(heads);
  }

  /// The first voucher that was booked after what both last found to be the same: the first one
  /// that may be another one there.
  private Optional<BookViews.Ref> firstVoucher() {
    var same = view.jointEntry(joint.equalUntil());
    var first = Optional.<Voucher>empty();
    for (var entry : last.book().journal().order().values().toList().reversed()) {
      var voucher = last.book().journal().vouchers().get(entry);
      if (same.isPresent() && byOrder().compare(bookedBy.apply(voucher), same.get()) <= 0) {
        break;
      }
      first = Optional.of(voucher);
    }
    return first.map(
        voucher -> new BookViews.Ref(lens.voucherName(voucher.ref()), voucher.id().toString()));
  }

  /// As 03-order has it: by Lamport number, then by log.
  private Comparator<EntryId> byOrder() {
    return Comparator.comparingLong((EntryId entry) -> view.lamport(entry).orElse(Long.MAX_VALUE))
        .thenComparing(EntryId::origin);
  }
}
