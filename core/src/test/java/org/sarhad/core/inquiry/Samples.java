package org.sarhad.core.inquiry;

import static org.sarhad.core.inquiry.InquiryScene.AGENCY;
import static org.sarhad.core.inquiry.InquiryScene.COURT;
import static org.sarhad.core.inquiry.InquiryScene.IR;
import static org.sarhad.core.inquiry.InquiryScene.LAB;
import static org.sarhad.core.inquiry.InquiryScene.PK;
import static org.sarhad.core.inquiry.InquiryScene.T0;
import static org.sarhad.core.inquiry.InquiryScene.WHY;
import static org.sarhad.core.inquiry.InquiryScene.description;
import static org.sarhad.core.inquiry.InquiryScene.file;
import static org.sarhad.core.inquiry.InquiryScene.item;
import static org.sarhad.core.inquiry.InquiryScene.killed;
import static org.sarhad.core.inquiry.InquiryScene.label;
import static org.sarhad.core.inquiry.InquiryScene.salt;
import static org.sarhad.core.inquiry.InquiryScene.visit;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.geo.Place;
import org.sarhad.core.geo.Position;
import org.sarhad.tlog.tree.Merkle;

/// One fact of every kind, and more of those with parts that may be absent.
final class Samples {
  static final EntryId ONE = new EntryId(InquiryScene.log(IR), 12);
  static final EntryId TWO = new EntryId(InquiryScene.log(PK), 7);
  static final Words FARSI = new Words("fa", "بنا بر فهرست بیمارستان");

  private Samples() {}

  /// A value of every type.
  static Stream<Statement> statements() {
    return Stream.of(
        killed(27),
        killed(Span.atLeast(20)),
        Statement.of(
            Property.INJURED,
            new Value.Quantity(
                Span.between(10, 15), Optional.of(13L), Unit.PERSONS, Optional.of(Category.CIVIL)),
            T0,
            AGENCY),
        Statement.of(
            Property.GOODS_QUANTITY, Value.Quantity.of(Span.exactly(38), Unit.WAGONS), T0, AGENCY),
        Statement.of(Property.TIME, new Value.Interval(T0.minusSeconds(3600), T0), T0, AGENCY),
        Statement.of(
            Property.PLACE,
            new Value.Location(
                Place.at("Khash–Zahedan road", Position.ofDegrees(28.9, 61.1), 20_000)),
            T0,
            AGENCY),
        Statement.of(Property.PLACE, new Value.Location(Place.named("near Ormara")), T0, AGENCY),
        label(Property.CLAIMED_BY, "BRAS"),
        Statement.of(Property.PRIOR_WARNING_GIVEN, new Value.YesNo(false), T0, AGENCY),
        Statement.of(Property.ACTION_TAKEN, new Value.Account("none that we know of"), T0, AGENCY),
        new Statement(
            Property.KILLED,
            killed(Span.between(20, 41)).value(),
            T0,
            new Provenance(
                Behalf.PRESS,
                Basis.PRESS,
                List.of(
                    new Source("an agency", Optional.of("no. 12"), Optional.of(T0)),
                    Source.named("a paper")),
                Optional.of(new Grading("C3"))),
            List.of(ONE, TWO),
            List.of(WHY, FARSI)));
  }

  static Stream<InquiryFact> facts() {
    return Stream.of(statements().map(Samples::stated), others()).flatMap(facts -> facts);
  }

  private static InquiryFact stated(Statement says) {
    return new ClaimFact.Stated(ONE, says);
  }

  private static Stream<InquiryFact> others() {
    return Stream.of(
        MatterFact.Opened.of(MatterKind.COMPLAINT, FARSI).imported(),
        new MatterFact.Opened(
            MatterKind.INCIDENT,
            WHY,
            Optional.of(Place.named("km 12")),
            Optional.of("sector 4"),
            List.of("ir-7", "pk-3"),
            false),
        MatterFact.Opened.of(MatterKind.DELIVERY_DISPUTE, WHY).about(TWO),
        new MatterFact.Closed(ONE, WHY),
        new MatterFact.Reopened(ONE, FARSI),
        new ClaimFact.Superseded(ONE, WHY, killed(4)),
        new ClaimFact.Withdrawn(TWO, WHY),
        new ClaimFact.Translated(TWO, FARSI),
        new ClaimFact.Sealed(ONE, Merkle.EMPTY_ROOT, T0),
        new ClaimFact.Revealed(ONE, salt(1), killed(4)),
        new ClaimFact.Asked(ONE, Property.PRIOR_WARNING_TIME, PK, Optional.empty()),
        new ClaimFact.Asked(ONE, Property.KILLED, PK, Optional.of(WHY)),
        ClaimFact.PositionTaken.of(ONE, Stance.ACCEPT, Optional.empty()),
        new ClaimFact.PositionTaken(
            ONE,
            Stance.ACCEPT_PART,
            Optional.of(killed(Span.between(4, 5)).value()),
            Optional.of(WHY),
            List.of(TWO)),
        file(ONE, "x"),
        new ExhibitFact.Registered(
            ONE,
            Merkle.EMPTY_ROOT,
            CopyClass.WORKING,
            Optional.of(TWO),
            Level.INSPECT_ON_SITE,
            Optional.of(description(3))),
        new ExhibitFact.Released(
            ONE,
            Level.RELEASED,
            Optional.of(description(5)),
            Optional.of(new Manifest(5, List.of(Merkle.EMPTY_ROOT)))),
        new ExhibitFact.Released(ONE, Level.DESCRIBED, Optional.empty(), Optional.empty()),
        new ExhibitFact.Redacted(ONE, Merkle.EMPTY_ROOT, WHY, description(3)),
        new ExhibitFact.CustodyPassed(ONE, LAB, COURT, T0, WHY),
        new ExhibitFact.AccessRequested(ONE, Level.RELEASED, WHY),
        new ExhibitFact.AccessAnswered(TWO, AccessAnswer.VISIT, FARSI),
        new JointFact.PassUsed(ONE, 2, T0),
        new JointFact.MinutesNotAgreed(ONE, WHY),
        new JointFact.Dissented(ONE, Optional.empty(), WHY),
        new JointFact.Dissented(ONE, Optional.of(Property.EXIT_DIRECTION), FARSI));
  }

  static Stream<InquiryTerms> terms() {
    Outcome range = new Outcome.AgreedRange(killed(Span.between(4, 5)).value());
    Outcome differ =
        new Outcome.Differ(
            List.of(
                new Outcome.SideValue(IR, new Value.Label("north")),
                new Outcome.SideValue(PK, new Value.Label("west"))));
    return Stream.of(
        new AliasTerms.OfMatters(List.of(ONE, TWO)),
        new AliasTerms.OfLabels(ONE, List.of("BRAS", "Baloch alliance")),
        new FindingTerms(
            ONE,
            FindingTerms.Standard.CLEAR_AND_CONVINCING,
            List.of(
                item(killed(4), range, ONE),
                item(
                    label(Property.CLAIMED_BY, "x"),
                    new Outcome.AgreedValue(new Value.Label("BRAS"))),
                item(label(Property.ORIGIN_OF_PERPETRATORS, "x"), new Outcome.NeitherEstablished()),
                item(label(Property.EXIT_DIRECTION, "x"), differ, ONE, TWO)),
            List.of(
                new FindingTerms.Remedy(PK, WHY, Optional.of(T0)),
                new FindingTerms.Remedy(IR, FARSI, Optional.empty())),
            List.of(WHY, FARSI)),
        visit(ONE),
        new MinutesTerms(ONE, List.of(WHY, FARSI), List.of(TWO)));
  }
}
