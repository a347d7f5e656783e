package org.sarhad.core.joint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sarhad.core.act.ActFactKind;
import org.sarhad.core.barter.BarterFactKind;
import org.sarhad.core.commitments.CommitmentFactKind;
import org.sarhad.core.complaints.ComplaintFactKind;
import org.sarhad.core.crossing.CrossingFactKind;
import org.sarhad.core.delivery.DeliveryFactKind;
import org.sarhad.core.energy.EnergyFactKind;
import org.sarhad.core.entry.Kind;
import org.sarhad.core.inquiry.InquiryFactKind;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.market.MarketFactKind;
import org.sarhad.core.meetings.MeetingFactKind;
import org.sarhad.core.modalities.ModalitiesFact;
import org.sarhad.core.modalities.ModalitiesFactKind;
import org.sarhad.core.posture.PostureFactKind;
import org.sarhad.core.record.RecordKind;
import org.sarhad.core.response.FactKind;
import org.sarhad.core.screening.ScreeningFactKind;
import org.sarhad.core.tracks.TrackFactKind;

/// What an entry says is told by its kind, of whichever family; every kind of every family is
/// known, and no two families have one in common.
class StatementTest {
  private static final Json.Obj STRANGE = Json.obj().put("no_member_of_anything", true).build();

  static List<Kind> kinds() {
    return Stream.of(
            kinds(RecordKind.values(), RecordKind::kind),
            kinds(ActFactKind.values(), ActFactKind::kind),
            kinds(ModalitiesFactKind.values(), ModalitiesFactKind::kind),
            kinds(InquiryFactKind.values(), InquiryFactKind::kind),
            kinds(MeetingFactKind.values(), MeetingFactKind::kind),
            kinds(CommitmentFactKind.values(), CommitmentFactKind::kind),
            kinds(ComplaintFactKind.values(), ComplaintFactKind::kind),
            kinds(CrossingFactKind.values(), CrossingFactKind::kind),
            kinds(PostureFactKind.values(), PostureFactKind::kind),
            kinds(TrackFactKind.values(), TrackFactKind::kind),
            kinds(BarterFactKind.values(), BarterFactKind::kind),
            kinds(ScreeningFactKind.values(), ScreeningFactKind::kind),
            kinds(DeliveryFactKind.values(), DeliveryFactKind::kind),
            kinds(EnergyFactKind.values(), EnergyFactKind::kind),
            kinds(MarketFactKind.values(), MarketFactKind::kind),
            kinds(FactKind.values(), kind -> Kind.of(kind.code())))
        .flatMap(family -> family)
        .toList();
  }

  private static <K> Stream<Kind> kinds(K[] family, Function<K, Kind> word) {
    return Arrays.stream(family).map(word);
  }

  @Test
  void noTwoFamiliesShareAKind() {
    assertThat(kinds()).doesNotHaveDuplicates().hasSizeGreaterThan(90);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aKindIsKnownAndABodyThatIsNoneOfItSaysNothing(Kind kind) {
    assertThat(Statement.isKnown(kind)).isTrue();
    assertThat(Statement.read(kind, STRANGE)).isEmpty();
    assertThatThrownBy(() -> Statement.parse(kind, STRANGE))
        .isInstanceOf(MalformedJsonException.class);
  }

  @Test
  void aKindOfALaterVersionSaysNothing() throws Exception {
    Kind later = Kind.of("barter.bartered");
    assertThat(Statement.isKnown(later)).isFalse();
    assertThat(Statement.read(later, STRANGE)).isEmpty();
    assertThat(Statement.parse(later, STRANGE)).isEmpty();
  }

  @Test
  void aStatementIsItsFact() throws Exception {
    ModalitiesFact fact = ModalitiesFact.Suspended.atOnce("unrest");
    assertThat(Statement.parse(fact.kind().kind(), fact.toJson()))
        .contains(new Statement.OnModalities(fact));
  }
}
