package org.sarhad.sim.check;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sarhad.core.act.Act;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.act.ActFact;
import org.sarhad.core.act.ActStage;
import org.sarhad.core.act.Assent;
import org.sarhad.core.barter.AccountCode;
import org.sarhad.core.barter.BarterRefusal;
import org.sarhad.core.barter.BarterTerms;
import org.sarhad.core.barter.BookState;
import org.sarhad.core.barter.Ledger;
import org.sarhad.core.barter.Line;
import org.sarhad.core.barter.Money;
import org.sarhad.core.barter.Voucher;
import org.sarhad.core.barter.VoucherRef;
import org.sarhad.core.entry.Entry;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.entry.PayloadRef;
import org.sarhad.core.joint.Accord;
import org.sarhad.core.joint.Statement;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.screening.ScreeningFact;
import org.sarhad.node.machine.Outcome;
import org.sarhad.sim.world.SimNode;
import org.sarhad.sim.world.SimWorld;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;

/// The barter account (14-7.3): after every entry of the joint order, on each node. A paper is
/// booked if, and only if, nothing speaks against it by the text of chapter 14 written down a
/// second time ([Bookkeeper]), and what is owed, held and on its way comes out as it is counted
/// there. At the end both nodes have one book, to the last line.
public final class BookChecker implements Checker {
  /// What is wrong with the words themselves, or with who says them; the rest is about the book.
  private static final Set<BarterRefusal> NOT_ABOUT_THE_BOOK =
      EnumSet.of(
          BarterRefusal.NOT_A_SIDE,
          BarterRefusal.NOT_RELEASED,
          BarterRefusal.NO_OFFICER,
          BarterRefusal.ROLE_MISSING,
          BarterRefusal.TERMS_UNREADABLE,
          BarterRefusal.SUPERSEDES,
          BarterRefusal.SIDE_UNKNOWN,
          BarterRefusal.SIDE_LEFT_OUT,
          BarterRefusal.OUT_OF_RANGE);

  private final SimWorld world;
  private final Map<SimNode, Progress> progress = new HashMap<>();
  private long refused;

  /// How far a node was looked at.
  private static final class Progress {
    private final Bookkeeper keeper = new Bookkeeper();
    private final Clearances clearances = new Clearances();
    private Accord accord = Accord.NONE;
    private long count;
    private int start;
    private Optional<Hash> state = Optional.empty();

    /// Whether what was looked at is still the beginning of what `node` has. What only a node had
    /// may be gone after a restore, and with it what was final by it.
    boolean isOf(SimNode node) {
      return start == node.starts()
          || (state.isPresent() && node.seen().jointState(count).equals(state));
    }
  }

  /// A checker of `world`.
  public BookChecker(SimWorld world) {
    this.world = world;
  }

  /// How many vouchers are booked.
  public long booked() {
    return world.left().seen().agreed().book().journal().order().size();
  }

  /// How many papers are void.
  public long voided() {
    return world.left().seen().agreed().book().voids().size();
  }

  /// How often an officer's own node refused what is no business of the book.
  public long refused() {
    return refused;
  }

  @Override
  public void told(SimNode node, Outcome outcome) {
    if (outcome instanceof Outcome.Refused no && no.code().startsWith("barter.")) {
      refused++;
    }
  }

  @Override
  public void look(SimNode node) {
    looked(node);
  }

  private Progress looked(SimNode node) {
    var known = progress.get(node);
    if (known == null || !known.isOf(node)) {
      known = new Progress();
      progress.put(node, known);
    }
    known.start = node.starts();
    long finalCount = node.seen().joint().finalCount();
    boolean isHere = true;
    while (isHere && known.count < finalCount) {
      isHere = next(node, known);
    }
    known.state = node.seen().jointState(known.count);
    return known;
  }

  /// Looks at the next entry; whether it could be read.
  private static boolean next(SimNode node, Progress known) {
    var entry = node.seen().jointEntry(known.count + 1).flatMap(node.seen()::entry);
    if (entry.isEmpty() || isWaitedFor(node, entry.get())) {
      return false;
    }
    known.count++;
    var before = known.accord;
    var by = Testimony.of(node, entry.get().id());
    var channel = node.seen().channel();
    var place =
        new ActEntry(
            channel.context(entry.get()), entry.get().envelope().seen(), entry.get().leafHash());
    known.accord = before.take(channel, place, by.map(Testimony::said));
    new Page(node, known, before, place).look(by);
    return true;
  }

  /// Whether what it says is not here yet. Nothing that the account rests on is ever erased.
  private static boolean isWaitedFor(SimNode node, Entry entry) {
    var kind = entry.envelope().kind();
    return !kind.value().startsWith("response.")
        && Statement.isKnown(kind)
        && entry
            .envelope()
            .body()
            .map(PayloadRef::sha256)
            .filter(body -> node.seen().payload(entry.id(), body).isEmpty())
            .isPresent();
  }

  // ---- one entry ------------------------------------------------------------------------------

  /// What one entry does to the book.
  private record Page(SimNode node, Progress known, Accord before, ActEntry place) {
    void look(Optional<Testimony> by) {
      var acts = known.accord.acts().moved();
      acts.stream()
          .filter(act -> BarterTerms.find(act.proposal().said()).isPresent())
          .sorted((one, other) -> one.id().compareTo(other.id()))
          .forEach(this::moved);
      by.ifPresent(
          testimony -> {
            if (testimony.said() instanceof Statement.OnBarter(var fact)) {
              judge(new Paper.Said(testimony, place.context().author(), fact));
              Violation.unless(
                  net(after()).equals(net(before.book())),
                  "14-7.3 I3",
                  "%s moves money by the word of one side",
                  place.id());
            } else if (testimony.said() instanceof Statement.OnScreening(var fact)) {
              screened(fact);
            }
          });
      stands();
    }

    /// Whether it holds is another application's business; what it means here is not.
    private void screened(ScreeningFact fact) {
      if (known.accord.screening().voids().find(place.id()).isEmpty()) {
        known.clearances.enter(place.context().author(), place.id(), place.context().time(), fact);
      }
    }

    private BookState after() {
      return known.accord.book();
    }

    private static Money net(BookState book) {
      return book.journal().net();
    }

    private void moved(Act act) {
      if (act.stage() == ActStage.EFFECTIVE) {
        judge(
            new Paper.Signed(
                act.id(),
                place.id(),
                place.context().time(),
                act.proposal().proposer(),
                BarterTerms.find(act.proposal().said()).orElseThrow(),
                before.barterSettings(),
                before.screeningSettings()));
        after().journal().voucher(act.id()).ifPresent(_ -> signed(act));
      } else if (act.stage() == ActStage.VOIDED
          && before.book().journal().voucher(act.id()).isPresent()) {
        known.keeper.enter(new Paper.Proven(place.id(), place.context().time(), act.id()));
      }
    }

    /// Booked if, and only if, nothing speaks against it.
    private void judge(Paper paper) {
      boolean isBooked = after().journal().voucher(paper.id()).isPresent();
      var why = after().voids().find(place.id());
      Violation.unless(
          isBooked == why.isEmpty(), "14-6.2", "%s is booked and void: %s", paper.id(), why);
      if (why.filter(NOT_ABOUT_THE_BOOK::contains).isPresent()) {
        return;
      }
      var flaw = new BookPermits(known.keeper, known.clearances, this::hash).flaw(paper);
      if (flaw.isPresent()) {
        Violation.unless(
            !isBooked, name(flaw.get()), "%s is booked, and %s", paper, text(flaw.get()));
      } else if (isBooked) {
        Violation.unless(
            known.keeper.hasRoomForEachLine(paper),
            "14-7.3 I5",
            "a line of %s leaves a side with more than it may owe",
            paper);
        enter(paper);
      } else {
        Violation.unless(
            why.filter(BarterRefusal.NO_ROOM::equals).isPresent()
                && !known.keeper.hasRoomFor(paper),
            "14-6.2",
            "%s is void, %s, and nothing speaks against it",
            paper,
            why);
      }
    }

    private static String name(String flaw) {
      return flaw.substring(0, flaw.indexOf(':'));
    }

    private static String text(String flaw) {
      return flaw.substring(flaw.indexOf(':') + 2);
    }

    private void enter(Paper paper) {
      var owed = new TreeMap<PartyId, Long>();
      var held = new TreeMap<PartyId, Long>();
      known.keeper.sides().forEach(side -> owed.put(side, known.keeper.exposure(side)));
      known.keeper.sides().forEach(side -> held.put(side, known.keeper.heldFor(side)));
      known.keeper.enter(paper);
      owed.forEach(
          (side, was) -> {
            long is = known.keeper.exposure(side);
            Violation.unless(
                Bookkeeper.isExempt(paper)
                    || is <= known.keeper.limit(side)
                    || is <= was
                    || (is <= known.keeper.limit(side) + known.keeper.credit(side)
                        && known.keeper.heldFor(side) <= held.getOrDefault(side, 0L)),
                "14-7.3 I5",
                "%s may owe %d and comes to owe %d with all that is held, by %s",
                side,
                known.keeper.limit(side),
                is,
                paper);
          });
    }

    /// An officer of each side has signed it, and the last of them its very bytes (I3).
    private void signed(Act act) {
      var proposal = node.seen().entry(act.id()).orElseThrow();
      for (var side : known.keeper.sides()) {
        var assents = act.assentsOf(side).map(Assent::entry).toList();
        Violation.unless(
            assents.stream().anyMatch(id -> isSignature(proposal, id)),
            "14-7.3 I3",
            "%s is booked, and nobody of %s signed it",
            act.id(),
            side);
      }
    }

    private boolean isSignature(Entry proposal, EntryId id) {
      var by = Testimony.of(node, id).filter(one -> one.entry().author().isPresent());
      return id.equals(proposal.id())
          ? by.isPresent()
          : by.filter(
                  one ->
                      one.said() instanceof Statement.OnAct(ActFact.Assented yes)
                          && yes.act().entry().equals(proposal.id())
                          && yes.act().leaf().equals(proposal.leafHash()))
              .isPresent();
    }

    /// What stands in the book is what is counted from what stands.
    private void stands() {
      var keeper = known.keeper;
      for (var side : keeper.sides()) {
        same("14-7.3 I10", side + "'s debt", Money.of(keeper.owed(side)), after().owed(side));
        same(
            "14-7.3 I5",
            side + "'s exposure",
            Money.of(keeper.exposure(side)),
            after().exposure(side));
        same("14-7.3 I9", side + "'s limit", Money.of(keeper.limit(side)), limit(side));
        same("14-7.3 I10", side + "'s credit", Money.of(keeper.credit(side)), after().credit(side));
      }
      var journal = after().journal();
      same(
          "14-7.3 I7",
          "quantities",
          keeper.quantities(),
          journal.posted().stream()
              .filter(one -> !one.key().ledger().equals(Ledger.MONEY) && one.value() != 0)
              .collect(Collectors.toMap(one -> one.key(), one -> one.value())));
      same(
          "14-7.3 I10",
          "differences",
          keeper.differences(),
          Stream.of(AccountCode.MEASURE, AccountCode.QUALITY, AccountCode.DISPUTED)
              .filter(account -> !journal.balance(account).isZero())
              .collect(Collectors.toMap(account -> account, journal::balance)));
      for (int i = before.book().journal().order().size(); i < journal.order().size(); i++) {
        sums(journal.vouchers().get(journal.order().get(i)));
      }
    }

    private Money limit(PartyId side) {
      return after().account().orElseThrow().limit(side);
    }

    private void same(String invariant, String what, Object counted, Object booked) {
      Violation.unless(
          counted.equals(booked),
          invariant,
          "%s at %s: counted %s, booked %s",
          what,
          place.id(),
          counted,
          booked);
    }

    /// Every ledger of a voucher sums to nothing (I1).
    private static void sums(Voucher voucher) {
      for (var lines : List.of(voucher.held(), voucher.posted())) {
        var sums = new TreeMap<Ledger, Long>();
        lines.forEach(line -> sums.merge(line.ledger(), line.amount(), Math::addExact));
        Violation.unless(
            sums.values().stream().allMatch(sum -> sum == 0),
            "14-7.3 I1",
            "%s sums to %s",
            voucher.id(),
            sums);
      }
    }

    /// The hash over what was booked for a period, by the words of 14-5.5.
    private Hash hash(List<VoucherRef> papers) {
      var hash = Merkle.sha256(Bytes.ofUtf8("sarhad period v1\n"));
      for (var paper : papers) {
        var voucher = before.book().journal().voucher(paper).orElseThrow();
        hash = Merkle.sha256(Bytes.concat(hash.toBytes(), digest(voucher).toBytes()));
      }
      return hash;
    }
  }

  /// The digest of a voucher, by the words of 14-7.2.
  private static Hash digest(Voucher voucher) {
    var text =
        new StringBuilder()
            .append(voucher.id())
            .append(' ')
            .append(voucher.ref())
            .append(' ')
            .append(voucher.content())
            .append(' ')
            .append(voucher.on().map(Object::toString).orElse("-"))
            .append(' ')
            .append(voucher.residue())
            .append('\n');
    voucher.held().forEach(line -> text.append("held ").append(print(line)));
    voucher.posted().forEach(line -> text.append("posted ").append(print(line)));
    return Merkle.sha256(Bytes.ofUtf8(text.toString()));
  }

  private static String print(Line line) {
    return "%s %s %d\n".formatted(line.ledger(), line.account().code(), line.amount());
  }

  // ---- at the end -----------------------------------------------------------------------------

  @Override
  public void end() {
    for (var node : world.nodes()) {
      progress.remove(node);
      var shown = node.seen().agreed().book();
      var folded = looked(node).accord.book();
      Violation.unless(
          shown.digest().equals(folded.digest()),
          "14-7.3 I2",
          "%s has another book than its entries give, first at %s",
          node.party(),
          firstDifference(shown, folded));
      Violation.unless(
          chain(shown).equals(shown.journal().chain()),
          "14-7.3 I11",
          "the journal of %s is not what its chain says",
          node.party());
    }
    var left = world.left().seen().agreed().book();
    var right = world.right().seen().agreed().book();
    Violation.unless(
        left.digest().equals(right.digest()),
        "14-7.3 I2",
        "the nodes have two books, which first differ at %s",
        firstDifference(left, right));
  }

  private static Hash chain(BookState book) {
    var chain = Merkle.sha256(Bytes.ofUtf8("sarhad journal v1\n"));
    for (var voucher : book.journal().booked().toList()) {
      chain = Merkle.sha256(Bytes.concat(chain.toBytes(), digest(voucher).toBytes()));
    }
    return chain;
  }

  /// The first entry of which the two have booked something else, where there is one.
  static Optional<EntryId> firstDifference(BookState one, BookState other) {
    var these = one.journal().booked().toList();
    var those = other.journal().booked().toList();
    for (int i = 0; i < Math.max(these.size(), those.size()); i++) {
      if (i >= these.size() || i >= those.size()) {
        return Optional.of((i < these.size() ? these : those).get(i).entry());
      }
      if (!digest(these.get(i)).equals(digest(those.get(i)))) {
        return Optional.of(these.get(i).entry());
      }
    }
    return Optional.empty();
  }
}
