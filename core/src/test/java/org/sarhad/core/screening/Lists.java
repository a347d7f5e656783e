package org.sarhad.core.screening;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.register.Wording;
import org.sarhad.core.testing.Sides;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;

/// Lists of sanctions on which nobody is, for tests: every name is made up.
final class Lists {
  static final SubjectId RICE = SubjectId.of("PK-0007 Makran Rice");
  static final Wording WHY = Wording.of("en", "Licence 12/2019 of the trade ministry");
  static final Hash UN_HASH = hash("un of april");
  static final ListSnapshot UN =
      new ListSnapshot(
          ListSource.UN,
          LocalDate.of(2019, 4, 20),
          UN_HASH,
          List.of(
              firm("QDe.901", "Hamun Star Trading Company", "شرکت بازرگانی ستاره هامون"),
              new ListedEntity(
                  "KPe.902",
                  Sort.FIRM,
                  List.of(ListedName.of("Zirreh Minerals"), ListedName.weak("Golden Falcon")),
                  Ordered.set(new Identifier(Identifier.Scheme.REGISTER, "IR9001"))),
              new ListedEntity(
                  "KPe.903",
                  Sort.VESSEL,
                  List.of(ListedName.of("MV Sea Heron")),
                  Ordered.set(new Identifier(Identifier.Scheme.IMO, "9074729")))));

  private Lists() {}

  static Hash hash(String of) {
    return Merkle.sha256(Bytes.ofUtf8(of));
  }

  static ListedEntity firm(String reference, String... names) {
    return new ListedEntity(
        reference, Sort.FIRM, List.of(names).stream().map(ListedName::of).toList(), Ordered.set());
  }

  static Subject firm(String name) {
    return new Subject(RICE, Sort.FIRM, List.of(name), Ordered.set());
  }

  static ListState state(String source, String file) {
    return new ListState(ListSource.of(source), LocalDate.of(2019, 4, 20), hash(file), 3);
  }

  static Grounds grounds(ListState list) {
    return Grounds.of(Ordered.map(Map.of(list.source(), list.sha256())), 800);
  }

  static ScreeningFact.Proposed proposed(Status status, Grounds grounds) {
    return new ScreeningFact.Proposed(RICE, status, grounds, Optional.empty());
  }

  static Quota quota() {
    return new Quota(Ordered.set("1006", "31"), 1_000, "TNE");
  }

  static ScreeningFact.BasisRecorded licence() {
    return new ScreeningFact.BasisRecorded(
        RICE, WHY, Sides.EIGHT.minusSeconds(60), Sides.EIGHT.plusSeconds(86_400), quota());
  }

  static ScreeningFact.BasisDrawn drawn(EntryId basis, String commodity, long amount) {
    return new ScreeningFact.BasisDrawn(basis, new EntryId(Sides.IR_LOG, 77), commodity, amount);
  }
}
