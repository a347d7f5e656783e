package org.sarhad.core.inquiry;

import static org.sarhad.core.inquiry.InquiryScene.COURT;
import static org.sarhad.core.inquiry.InquiryScene.LAB;
import static org.sarhad.core.inquiry.InquiryScene.T0;
import static org.sarhad.core.inquiry.InquiryScene.WHY;
import static org.sarhad.core.inquiry.InquiryScene.description;
import static org.sarhad.core.inquiry.InquiryScene.file;
import static org.sarhad.core.inquiry.InquiryScene.killed;
import static org.sarhad.core.inquiry.InquiryScene.label;
import static org.sarhad.core.inquiry.InquiryScene.press;
import static org.sarhad.core.inquiry.InquiryScene.salt;
import static org.sarhad.core.inquiry.InquiryScene.visit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.act.ActStage;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Merkle;

/// Sides that say anything at all about anything: to what is there and what is not, in roles they
/// have and roles they have not, knowing of it or not.
final class RandomInquiry {
  private static final int SALTS = 6;

  /// What a side might seal, and by which salt it is committed to.
  private record Secret(ClaimFact.Sealed sealed, Statement says, int salt) {}

  private final SplittableRandom random;
  private final List<PartyId> sides;
  private final InquiryScene scene;
  private final List<EntryId> said = new ArrayList<>();
  private final List<EntryId> acts = new ArrayList<>();
  private final TreeMap<EntryId, Secret> secrets = new TreeMap<>();

  RandomInquiry(SplittableRandom random, List<PartyId> sides) {
    this.random = random;
    this.sides = sides;
    this.scene = new InquiryScene(sides);
    for (PartyId side : sides) {
      said.add(scene.opened(side));
    }
  }

  InquiryScene scene() {
    return scene;
  }

  /// One random thing.
  void step() {
    PartyId side = sides.get(random.nextInt(sides.size()));
    if (random.nextInt(12) == 0) {
      scene.blinded(side);
    } else if (random.nextInt(4) == 0) {
      scene.sighted(side);
    }
    switch (random.nextInt(12)) {
      case 0 -> propose(side);
      case 1 -> bring(side);
      case 2 -> seal(side);
      default -> say(side, fact());
    }
  }

  private void say(PartyId side, InquiryFact fact) {
    ActEntry entry = scene.next(side, roles());
    scene.force(entry, fact);
    said.add(entry.id());
  }

  private void seal(PartyId side) {
    EntryId matter = matter();
    int salt = random.nextInt(SALTS);
    Statement says = statement();
    Secret secret = new Secret(scene.seal(side, matter, says, salt), says, salt);
    ActEntry entry = scene.next(side, roles());
    scene.force(entry, secret.sealed());
    said.add(entry.id());
    secrets.put(entry.id(), secret);
  }

  private void propose(PartyId side) {
    EntryId id = scene.propose(side, terms());
    said.add(id);
    acts.add(id);
  }

  private void bring(PartyId side) {
    if (!acts.isEmpty()) {
      ActStage stage = pick(List.of(ActStage.values()));
      scene.bring(
          side,
          acts.get(random.nextInt(acts.size())),
          random.nextBoolean() ? ActStage.EFFECTIVE : stage);
    }
  }

  private Set<Role> roles() {
    return random.nextInt(10) == 0 ? Ordered.set(Role.OBSERVER) : InquiryScene.INVESTIGATOR;
  }

  // ---- what is said ---------------------------------------------------------------------------

  private InquiryFact fact() {
    return switch (random.nextInt(24)) {
      case 0 -> MatterFact.Opened.of(MatterKind.COMPLAINT, WHY);
      case 1 -> new MatterFact.Closed(matter(), WHY);
      case 2, 3 -> new MatterFact.Reopened(matter(), WHY);
      case 4, 5, 6 -> new ClaimFact.Stated(matter(), statement());
      case 7, 8 -> new ClaimFact.Superseded(item(), WHY, statement());
      case 9 -> new ClaimFact.Withdrawn(item(), WHY);
      case 10 -> new ClaimFact.Translated(item(), Samples.FARSI);
      case 11, 12 -> reveal();
      case 13 -> new ClaimFact.Asked(matter(), property(), side(), Optional.empty());
      case 14, 15, 16 -> position();
      case 17 -> file(matter(), "file " + random.nextInt(5));
      case 18 ->
          new ExhibitFact.Released(
              item(),
              pick(List.of(Level.DESCRIBED, Level.INSPECT_ON_SITE, Level.RELEASED)),
              random.nextBoolean() ? Optional.of(description(3)) : Optional.empty(),
              Optional.empty());
      case 19 -> new ExhibitFact.Redacted(item(), Merkle.EMPTY_ROOT, WHY, description(3));
      case 20 ->
          random.nextBoolean()
              ? new ExhibitFact.CustodyPassed(item(), LAB, COURT, T0, WHY)
              : new ExhibitFact.CustodyPassed(item(), COURT, LAB, T0, WHY);
      case 21 -> new ExhibitFact.AccessRequested(item(), Level.RELEASED, WHY);
      case 22 -> new ExhibitFact.AccessAnswered(item(), AccessAnswer.REFUSED, WHY);
      default ->
          switch (random.nextInt(3)) {
            case 0 -> new JointFact.PassUsed(act(), 1 + random.nextInt(3), T0);
            case 1 -> new JointFact.MinutesNotAgreed(act(), WHY);
            default -> new JointFact.Dissented(act(), Optional.empty(), WHY);
          };
    };
  }

  private ClaimFact reveal() {
    if (secrets.isEmpty()) {
      return new ClaimFact.Revealed(item(), salt(0), statement());
    }
    List<EntryId> sealed = List.copyOf(secrets.keySet());
    EntryId seal = sealed.get(random.nextInt(sealed.size()));
    Secret secret = secrets.get(seal);
    return secret == null || random.nextInt(4) == 0
        ? new ClaimFact.Revealed(seal, salt(random.nextInt(SALTS)), statement())
        : new ClaimFact.Revealed(seal, salt(secret.salt()), secret.says());
  }

  private ClaimFact position() {
    Stance stance = pick(List.of(Stance.values()));
    boolean isPart = stance == Stance.ACCEPT_PART && random.nextInt(3) > 0;
    return new ClaimFact.PositionTaken(
        item(),
        stance,
        isPart ? Optional.of(killed(span()).value()) : Optional.empty(),
        Optional.of(WHY),
        List.of());
  }

  private Statement statement() {
    Statement says =
        switch (random.nextInt(5)) {
          case 0 -> label(Property.CLAIMED_BY, "group " + random.nextInt(3));
          case 1 -> press(random.nextInt(6) == 0 ? "pk" : "a paper", span());
          default -> killed(span());
        };
    boolean isResting = random.nextInt(6) == 0;
    return new Statement(
        says.property(),
        says.value(),
        random.nextInt(20) == 0 ? T0.plusSeconds(1_000_000_000L) : T0,
        says.provenance(),
        isResting ? List.of(item()) : List.of(),
        List.of());
  }

  private Span span() {
    long low = random.nextInt(6);
    return switch (random.nextInt(4)) {
      case 0 -> Span.atLeast(low);
      case 1 -> Span.between(low, low + random.nextInt(4));
      default -> Span.exactly(low);
    };
  }

  private InquiryTerms terms() {
    return switch (random.nextInt(6)) {
      case 0 -> {
        List<EntryId> two = List.of(matter(), matter()).stream().distinct().sorted().toList();
        yield two.size() == 2 ? new AliasTerms.OfMatters(two) : visit(matter());
      }
      case 1 -> new AliasTerms.OfLabels(matter(), List.of("group 0", "group 1"));
      case 2 -> new MinutesTerms(act(), List.of(WHY), List.of());
      case 3 -> visit(matter());
      case 4 ->
          InquiryScene.finding(
              matter(),
              InquiryScene.item(killed(4), new Outcome.AgreedValue(killed(4).value()), item()));
      default ->
          InquiryScene.finding(
              said.get(random.nextInt(sides.size())),
              InquiryScene.item(killed(4), new Outcome.AgreedValue(killed(4).value())));
    };
  }

  // ---- what it is about -----------------------------------------------------------------------

  private <T> T pick(List<T> items) {
    return items.get(random.nextInt(items.size()));
  }

  private Property property() {
    return pick(List.of(Property.values()));
  }

  private PartyId side() {
    return random.nextInt(8) == 0 ? PartyId.of("xx") : sides.get(random.nextInt(sides.size()));
  }

  private EntryId matter() {
    return random.nextInt(8) == 0 ? item() : said.get(random.nextInt(sides.size()));
  }

  /// Something that was said, or not.
  private EntryId item() {
    if (random.nextInt(12) == 0) {
      return new EntryId(InquiryScene.log(side()), random.nextInt(1000));
    }
    return said.get(random.nextInt(said.size()));
  }

  private EntryId act() {
    return acts.isEmpty() || random.nextInt(6) == 0
        ? item()
        : acts.get(random.nextInt(acts.size()));
  }

  /// The commitment of a claim, for the checks.
  static boolean isCommitted(SealedClaim seal, Claim claim) {
    for (int i = 0; i < SALTS; i++) {
      Bytes salt = salt(i);
      if (ClaimFact.commitment(claim.by(), seal.said().matter(), claim.says(), salt)
          .equals(seal.said().commitment())) {
        return true;
      }
    }
    return false;
  }
}
