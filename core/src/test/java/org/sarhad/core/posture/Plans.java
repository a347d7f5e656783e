package org.sarhad.core.posture;

import java.util.List;
import java.util.Optional;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.geo.Place;
import org.sarhad.core.geo.Position;

/// Plans and summaries for tests.
final class Plans {
  /// The sectors of the worked example, ascending.
  static final List<String> SECTORS = List.of("centre", "north", "south");

  /// What is agreed there.
  static final PostureTerms TERMS = new PostureTerms(SECTORS, 60, 15, 10_000, 3);

  private Plans() {}

  /// An offer that begins.
  static PostureFact.Offered offer() {
    return offer(60, Optional.empty());
  }

  static PostureFact.Offered offer(EntryId answers) {
    return offer(60, Optional.of(answers));
  }

  static PostureFact.Offered offer(int withinMin, Optional<EntryId> answers) {
    return offer(withinMin, 10_000, answers);
  }

  static PostureFact.Offered offer(int withinMin, int depthM, Optional<EntryId> answers) {
    return new PostureFact.Offered(
        new PostureOffer(
            answers,
            withinMin,
            15,
            depthM,
            List.of(
                new SectorHelp("centre", 3, 2, 1),
                new SectorHelp("north", 0, 0, 0),
                new SectorHelp("south", 1, 5, 2))));
  }

  static Place post(String label, double latitude, double longitude) {
    return Place.at(label, Position.ofDegrees(latitude, longitude), 0);
  }

  static PostureFact.Planned plan() {
    return plan(List.of(post("Mirjaveh gate", 29.02, 61.4), post("well 3", 26.1, 61.7)));
  }

  static PostureFact.Planned plan(List<Place> posts) {
    return new PostureFact.Planned(
        Optional.empty(),
        posts,
        24,
        250,
        coverage(0, 0, 2, 673, 1, 1_000),
        new Certificate(61_500_000, 62_000_000),
        100_000_000);
  }

  static PostureFact.Summary summary() {
    return summary(2, 400, 0, 0, 1, 1_000);
  }

  /// Of the three sectors: units and permille of each.
  static PostureFact.Summary summary(int c, int cShare, int n, int nShare, int s, int sShare) {
    return new PostureFact.Summary(coverage(c, cShare, n, nShare, s, sShare));
  }

  private static Coverage coverage(int c, int cShare, int n, int nShare, int s, int sShare) {
    return new Coverage(
        60,
        List.of(
            new SectorCoverage("centre", c, cShare),
            new SectorCoverage("north", n, nShare),
            new SectorCoverage("south", s, sShare)));
  }
}
