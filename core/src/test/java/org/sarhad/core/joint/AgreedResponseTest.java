package org.sarhad.core.joint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.geo.Areas;
import org.sarhad.core.geo.Place;
import org.sarhad.core.geo.Zone;
import org.sarhad.core.modalities.AgreedCard;
import org.sarhad.core.modalities.AgreedCards;
import org.sarhad.core.modalities.CardStep;
import org.sarhad.core.modalities.PeopleSettings;
import org.sarhad.core.modalities.Setting;
import org.sarhad.core.modalities.Settings;
import org.sarhad.core.modalities.ZoneSettings;
import org.sarhad.core.party.Role;
import org.sarhad.core.response.CodeWord;
import org.sarhad.core.response.Priority;
import org.sarhad.core.response.ResponseSettings;
import org.sarhad.core.response.SharedCard;
import org.sarhad.core.response.Step;

/// What the chiefs sign about the response is what the response goes by (protocol clause 08-3.7).
class AgreedResponseTest {
  @Test
  void aDocumentThatSaysNothingChangesNothing() {
    ResponseSettings agreed = AgreedSettings.response(Settings.INITIAL.response());
    ResponseSettings initial = ResponseSettings.defaults();

    assertThat(agreed.cards()).containsExactlyInAnyOrderElementsOf(initial.cards());
    assertThat(agreed).usingRecursiveComparison().ignoringFields("cards").isEqualTo(initial);
  }

  @Test
  void everyStepThatCanBeAgreedStandsOnACardInThreeLanguages() {
    assertThat(Arrays.stream(Step.values()).map(Step::code))
        .containsExactlyElementsOf(Arrays.stream(CardStep.values()).map(CardStep::code).toList());
    for (Step step : Step.values()) {
      assertThat(step.label().fa()).isNotBlank();
      assertThat(step.label().ur()).isNotBlank();
      assertThat(Step.find(step.code())).contains(step);
    }
    assertThat(Step.find("drive_faster")).isEmpty();
  }

  @Test
  void cardsZoneAndTheSecondCallAreTheAgreedOnes() {
    AgreedCard quake =
        new AgreedCard("ZALZALA", "زلزله", "زلزلہ", 2, List.of(CardStep.WARN_HOSPITAL));
    ResponseSettings agreed =
        AgreedSettings.response(
            settings(ZoneSettings.RUN_CARDS, new AgreedCards(List.of(quake))).response());

    assertThat(agreed.cards())
        .containsExactly(
            new SharedCard(
                new CodeWord("ZALZALA", "زلزله", "زلزلہ"),
                Priority.P2,
                List.of(Step.WARN_HOSPITAL)));

    ResponseSettings zoned =
        AgreedSettings.response(settings(ZoneSettings.SECTORS, Areas.ZONE).response());
    assertThat(zoned.sectorOf(Place.at("Post", Areas.at(29.5, 60.5), 0)))
        .map(Zone.Sector::name)
        .contains("north");
    assertThat(zoned.sectorOf(Place.at("Far", Areas.at(35, 51), 0))).isEmpty();
    assertThat(zoned.sectorOf(Place.named("Somewhere"))).isEmpty();

    ResponseSettings called =
        AgreedSettings.response(settings(PeopleSettings.SECOND_CALL, Role.CHIEF).response());
    assertThat(called.clocks().secondCall()).isEqualTo(Role.CHIEF);
  }

  private static <T> Settings settings(Setting<T> setting, T value) {
    return new Settings(PersistentMap.<String, Object>empty().put(setting.key(), value));
  }
}
