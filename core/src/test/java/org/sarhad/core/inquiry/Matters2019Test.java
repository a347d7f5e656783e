package org.sarhad.core.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.sarhad.tlog.Bytes;

/// docs/scenarios/matters-2019.json: the two incidents that the worked example looks into together,
/// with every figure that was reported, each by who reported it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class Matters2019Test {
  private static final Path FILE =
      Path.of(System.getProperty("sarhad.root", ".."), "docs/scenarios/matters-2019.json");

  private IncidentList list = new IncidentList(List.of(), List.of());

  @BeforeAll
  void read() throws Exception {
    list = IncidentList.ofJson(Bytes.of(Files.readAllBytes(FILE)));
  }

  @Test
  void everyLineIsUnderstood() {
    assertThat(list.faults()).isEmpty();
    assertThat(list.items())
        .extracting(IncidentList.Item::name)
        .containsExactly("2019-02-13-khash-zahedan", "2019-04-18-ormara");
    assertThat(list.items()).allMatch(item -> item.matter().isImported());
  }

  /// Differing figures stand beside each other; whatever is not a side's own account says whose it
  /// is.
  @Test
  void figuresThatDifferAreKeptApart() {
    assertThat(figures(0, Property.KILLED, Behalf.OWN)).containsExactly("27");
    assertThat(figures(0, Property.KILLED, Behalf.PRESS))
        .containsExactly("20+", "27", "27+", "0–30");
    assertThat(figures(1, Property.VEHICLES, Behalf.OWN)).containsExactly("3–4");
    assertThat(figures(1, Property.VEHICLES, Behalf.PRESS)).containsExactly("5–6");
    assertThat(list.items().stream().flatMap(item -> item.claims().stream()))
        .filteredOn(claim -> claim.provenance().behalf() == Behalf.PRESS)
        .isNotEmpty()
        .allMatch(claim -> claim.provenance().sources().getFirst().locator().isPresent());
  }

  private List<String> figures(int incident, Property property, Behalf behalf) {
    return list.items().get(incident).claims().stream()
        .filter(claim -> claim.property() == property)
        .filter(claim -> claim.provenance().behalf() == behalf)
        .map(claim -> claim.value().span().orElseThrow().toString())
        .toList();
  }
}
