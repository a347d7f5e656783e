package org.sarhad.core.joint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.crossing.Line;
import org.sarhad.core.geo.Place;
import org.sarhad.core.geo.Polyline;
import org.sarhad.core.geo.Position;
import org.sarhad.core.geo.Zone;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;
import org.sarhad.core.posture.ClauseWorth;
import org.sarhad.core.posture.Negotiation;
import org.sarhad.core.posture.PostureFact;
import org.sarhad.core.posture.PostureState;
import org.sarhad.core.posture.PostureTerms;
import org.sarhad.core.response.Soil;
import org.sarhad.core.response.StraightLineTravel;
import org.sarhad.core.response.UnitType;
import org.sarhad.core.testing.Sides;
import org.sarhad.core.testing.Voices;

/// Two sides that do as they are counselled, along a line that runs north for 222 km (protocol
/// clause 15-7).
class PostureCounselTest {
  private static final PartyId IR = Sides.IR;
  private static final PartyId PK = Sides.PK;
  private static final PostureTerms TERMS = new PostureTerms(List.of(), 60, 15, 10_000, 3);
  private static final Border BORDER =
      new Border(
          Soil.UNKNOWN,
          Line.UNKNOWN,
          List.of(
              new Polyline(List.of(Position.ofDegrees(28, 61.5), Position.ofDegrees(30, 61.5)))),
          Optional.empty());

  private final Voices voices = Voices.of("ir", "pk");
  private PostureState state = PostureState.of(voices.parties());

  private static PostureCounsel.Counsel counsel(PartyId side, Optional<Negotiation> known) {
    return counsel(BORDER, side, known, side.equals(IR) ? 61.4 : 61.6).orElseThrow();
  }

  private static Optional<PostureCounsel.Counsel> counsel(
      Border border, PartyId side, Optional<Negotiation> known, double longitude) {
    List<Place> sites =
        IntStream.rangeClosed(0, 20)
            .mapToObj(i -> Place.at("site " + i, Position.ofDegrees(28 + i / 10.0, longitude), 0))
            .toList();
    return new PostureCounsel(
            new PosturePlanner(border, Zone.NONE, StraightLineTravel.DEFAULT, side), TERMS)
        .on(new PosturePlanner.Wish(sites, 3, 60, 250, UnitType.PATROL), known);
  }

  private void say(PartyId side, PostureFact fact) {
    ActEntry entry = voices.says(side, Role.CHIEF);
    state = state.apply(entry, fact, TERMS);
    assertThat(state.voids().isEmpty()).as("%s", fact).isTrue();
  }

  private PostureCounsel.Counsel asked(PartyId side) {
    return counsel(side, state.negotiation());
  }

  @Test
  void whoDoesAsCounselledIsDoneInThreeRoundsAndNobodyHasLessThanAlone() {
    for (int turn = 0; turn < 2 * TERMS.rounds(); turn++) {
      PostureCounsel.Counsel counsel = asked(turn % 2 == 0 ? IR : PK);
      assertThat(counsel.posts()).hasSize(3);
      assertThat(counsel.sure()).isGreaterThanOrEqualTo(counsel.alone());
      say(turn % 2 == 0 ? IR : PK, new PostureFact.Offered(counsel.next().orElseThrow()));
    }
    PostureCounsel.Counsel last = asked(IR);
    assertThat(last.next()).as("no more rounds").isEmpty();
    say(IR, new PostureFact.Accepted(last.accept().orElseThrow()));

    List<Negotiation.Made> settled = state.settled().orElseThrow().settled();
    assertThat(settled).extracting(Negotiation.Made::by).containsExactly(IR, PK);
    assertThat(asked(PK).next()).as("the next one begins anew").isPresent();
  }

  // ---- behind the line ------------------------------------------------------------------------

  /// The same line, and it is known whose soil is on either hand of it.
  private static final Border SIDES =
      new Border(
          at -> Optional.of(at.longitudeDegrees() < 61.5 ? IR : PK),
          Line.UNKNOWN,
          BORDER.course(),
          Optional.empty());

  private static PostureCounsel.Counsel deep(PostureTerms terms, PartyId side, PostureState known) {
    return new PostureCounsel(
            new PosturePlanner(SIDES, Zone.NONE, StraightLineTravel.DEFAULT, side), terms)
        .on(wish(side), known.negotiation())
        .orElseThrow();
  }

  private static PosturePlanner.Wish wish(PartyId side) {
    double longitude = side.equals(IR) ? 61.4 : 61.6;
    return new PosturePlanner.Wish(
        IntStream.rangeClosed(0, 20)
            .mapToObj(i -> Place.at("site " + i, Position.ofDegrees(28 + i / 10.0, longitude), 0))
            .toList(),
        3,
        60,
        250,
        UnitType.PATROL);
  }

  /// Negotiated to the end; what both have by it as the opener reckons, and what it is sure of.
  private static PostureCounsel.Counsel settled(PostureTerms terms) {
    Voices speakers = Voices.of("ir", "pk");
    PostureState known = PostureState.of(speakers.parties());
    for (int turn = 0; turn < 2 * terms.rounds(); turn++) {
      PartyId side = turn % 2 == 0 ? IR : PK;
      PostureCounsel.Counsel counsel = deep(terms, side, known);
      assertThat(counsel.sure()).isGreaterThanOrEqualTo(counsel.alone());
      assertThat(counsel.next().orElseThrow().depthM()).isEqualTo(terms.depthM());
      known =
          known.apply(
              speakers.says(side, Role.CHIEF),
              new PostureFact.Offered(counsel.next().orElseThrow()),
              terms);
      assertThat(known.voids().isEmpty()).isTrue();
    }
    return deep(terms, IR, known);
  }

  /// Every metre behind the line counts on either soil; help reaches as deep as is agreed, and the
  /// floors hold by the counts alone.
  @Test
  void theDeeperUnitsMayGoTheMoreBothHaveAndNobodyHasLessThanAlone() {
    PostureCounsel.Counsel shallow = settled(new PostureTerms(List.of(), 60, 15, 1_000, 2));
    PostureCounsel.Counsel deeper = settled(new PostureTerms(List.of(), 60, 15, 20_000, 2));
    assertThat(deeper.alone()).as("alone nobody crosses").isEqualTo(shallow.alone());
    assertThat(deeper.together()).isGreaterThan(shallow.together());
    assertThat(shallow.accept()).isPresent();
    assertThat(deeper.accept()).isPresent();
  }

  @Test
  void whatDepthIsWorthStandsBesideWhatTheHandOverIs() {
    List<ClauseWorth> clauses =
        new PostureCounsel(
                new PosturePlanner(SIDES, Zone.NONE, StraightLineTravel.DEFAULT, IR), TERMS)
            .clauses(wish(IR), true)
            .orElseThrow();
    List<ClauseWorth> depths =
        clauses.stream().filter(one -> one.rule() == ClauseWorth.Rule.DEPTH).toList();
    assertThat(depths).extracting(ClauseWorth::value).containsExactly(5_000, 10_000, 20_000);
    assertThat(depths.get(0).across()).isPositive().isLessThan(depths.get(1).across());
    assertThat(depths).extracting(ClauseWorth::home).containsOnly(depths.getFirst().home());
  }

  @Test
  void whoHasOfferedWaits() {
    say(IR, new PostureFact.Offered(asked(IR).next().orElseThrow()));
    assertThat(asked(IR).next()).isEmpty();
    assertThat(asked(IR).accept()).isEmpty();
    assertThat(asked(PK).accept()).as("an opening stands beside nothing").isEmpty();
  }

  /// With other sites nobody knows where the side stood for its offer: nothing is accepted for it.
  @Test
  void whatWasOfferedFromOtherSitesIsNotVouchedFor() {
    say(IR, new PostureFact.Offered(asked(IR).next().orElseThrow()));
    say(PK, new PostureFact.Offered(asked(PK).next().orElseThrow()));
    assertThat(asked(IR).accept()).isPresent();
    assertThat(counsel(BORDER, IR, state.negotiation(), 61.3).orElseThrow().accept()).isEmpty();
  }

  @Test
  void whereNoLineIsKnownThereIsNoCounsel() {
    assertThat(counsel(Border.UNKNOWN, IR, Optional.empty(), 61.4)).isEmpty();
  }
}
