package org.sarhad.core.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sarhad.core.inquiry.InquiryScene.IR;
import static org.sarhad.core.inquiry.InquiryScene.PK;
import static org.sarhad.core.inquiry.InquiryScene.WHY;
import static org.sarhad.core.inquiry.InquiryScene.finding;
import static org.sarhad.core.inquiry.InquiryScene.item;
import static org.sarhad.core.inquiry.InquiryScene.killed;
import static org.sarhad.core.inquiry.InquiryScene.press;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;

/// A matter as STIX 2.1: what the specification asks of each object, and nothing that was not said.
class StixBundleTest {
  private final InquiryScene scene = InquiryScene.of("ir", "pk");
  private final EntryId matter = scene.opened(IR);

  /// RFC 9562 appendix A.4: version 5 of www.example.com in the DNS namespace.
  @Test
  void uuidsAreThoseOfRfc9562() {
    UUID dns = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");

    assertThat(StixId.uuid5(dns, "www.example.com"))
        .hasToString("2ed6657d-e927-568b-95e1-2665a8aea6a2");
    assertThat(StixId.of("note", "x")).isEqualTo(StixId.of("note", "x"));
    assertThat(StixId.of("note", "x")).isNotEqualTo(StixId.of("opinion", "x"));
  }

  @Test
  void everyObjectHasWhatStixAsksFor() throws Exception {
    EntryId three = scene.claim(PK, matter, killed(3));
    EntryId four = scene.say(PK, new ClaimFact.Superseded(three, WHY, killed(4)));
    scene.claim(IR, matter, press("a paper", Span.atLeast(2)));
    scene.position(IR, four, Stance.CANNOT_VERIFY);
    EntryId act =
        scene.agree(
            finding(matter, item(killed(4), new Outcome.AgreedValue(killed(4).value()), four)));
    scene.say(PK, new JointFact.Dissented(act, Optional.of(Property.KILLED), WHY));
    scene.say(PK, new JointFact.Dissented(act, Optional.empty(), WHY));

    Json.Obj bundle = bundle();

    assertThat(bundle.text("type")).isEqualTo("bundle");
    Set<String> ids = new TreeSet<>();
    for (Json.Obj object : bundle.array("objects").objects()) {
      checkCommon(object);
      assertThat(ids.add(object.text("id"))).as(object.text("id")).isTrue();
    }
    for (Json.Obj object : bundle.array("objects").objects()) {
      // Every reference is to something in the bundle; a bundle has no loose ends.
      if (object.has("created_by_ref")) {
        assertThat(ids).contains(object.text("created_by_ref"));
      }
      if (object.has("object_refs")) {
        assertThat(object.array("object_refs").texts()).isNotEmpty();
        assertThat(ids).containsAll(object.array("object_refs").texts());
      }
    }
    assertThat(of("identity")).hasSize(2);
    assertThat(of("report")).hasSize(1);
    assertThat(of("note")).hasSize(3 + 1 + 2);
    assertThat(of("opinion")).hasSize(1);
    assertThat(of("report").getFirst().array("object_refs").size()).isEqualTo(ids.size() - 1);
  }

  private static void checkCommon(Json.Obj object) throws MalformedJsonException {
    String type = object.text("type");
    assertThat(type).isIn("identity", "report", "note", "opinion");
    assertThat(object.text("spec_version")).isEqualTo("2.1");
    assertThat(object.text("id"))
        .matches(type + "--[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    assertThat(object.time("modified")).isAfterOrEqualTo(object.time("created"));
    for (String needed : needed(type)) {
      assertThat(object.has(needed)).as("%s of %s", needed, type).isTrue();
    }
  }

  private static List<String> needed(String type) {
    return switch (type) {
      case "identity" -> List.of("name", "identity_class");
      case "report" -> List.of("name", "published", "object_refs", "report_types");
      case "note" -> List.of("content", "object_refs", "authors");
      case "opinion" -> List.of("opinion", "object_refs", "authors");
      default -> throw new AssertionError(type);
    };
  }

  @ParameterizedTest
  @CsvSource({
    "ACCEPT, strongly-agree",
    "ACCEPT_PART, agree",
    "CANNOT_VERIFY, neutral",
    "DISPUTE, strongly-disagree"
  })
  void anAnswerIsAnOpinion(Stance stance, String opinion) throws Exception {
    EntryId claim = scene.claim(IR, matter, InquiryScene.label(Property.EXIT_DIRECTION, "north"));
    scene.position(PK, claim, stance);

    Json.Obj found = of("opinion").getFirst();
    assertThat(found.text("opinion")).isEqualTo(opinion);
    assertThat(found.text("explanation")).isEqualTo(WHY.text());
    assertThat(found.array("object_refs").texts())
        .containsExactly(of("note").getFirst().text("id"));
  }

  /// Silence, and "not yet", are no opinion.
  @Test
  void whoHasNotAnsweredHasNoOpinion() throws Exception {
    EntryId claim = scene.claim(IR, matter, killed(3));
    scene.position(PK, claim, Stance.NONE_YET);

    assertThat(of("opinion")).isEmpty();
  }

  @Test
  void whatNoLongerStandsIsRevokedAndStillThere() throws Exception {
    EntryId claim = scene.claim(IR, matter, killed(3));
    assertThat(of("note").getFirst().has("revoked")).isFalse();
    Json.Obj before = of("note").getFirst();

    scene.say(IR, new ClaimFact.Withdrawn(claim, WHY));

    Json.Obj note = of("note").getFirst();
    assertThat(note.bool("revoked")).isTrue();
    assertThat(note.text("id")).isEqualTo(before.text("id"));
    assertThat(note.text("content")).contains("\"low\":3").contains(WHY.text());
    assertThat(note.time("modified")).isAfter(note.time("created"));
  }

  @Test
  void theSameMatterIsTheSameBundle() {
    scene.claim(IR, matter, killed(3));

    assertThat(bundle()).isEqualTo(bundle());
    assertThat(bundle().canonical().size()).isGreaterThan(500);
  }

  private Json.Obj bundle() {
    return StixBundle.of(scene.state(), scene.state().matter(matter).orElseThrow());
  }

  private List<Json.Obj> of(String type) throws MalformedJsonException {
    return bundle().array("objects").objects().stream()
        .filter(object -> object.find("type").equals(Optional.of(Json.of(type))))
        .toList();
  }
}
