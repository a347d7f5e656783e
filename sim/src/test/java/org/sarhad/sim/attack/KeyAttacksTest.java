package org.sarhad.sim.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sarhad.core.entry.EntryBuilder;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.entry.Kind;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;
import org.sarhad.core.record.KeyEnd;
import org.sarhad.core.record.RecordFact;
import org.sarhad.node.link.PeerRequest;
import org.sarhad.node.link.PeerResponse;
import org.sarhad.node.machine.LinkState;
import org.sarhad.node.machine.NodeRequest;
import org.sarhad.node.machine.Outcome;
import org.sarhad.node.machine.Session;
import org.sarhad.sim.world.Tamper;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.crypto.KeyType;
import org.sarhad.tlog.note.VerifierKey;

/// Keys in the wrong hands, or in none.
class KeyAttacksTest {
  private final Scene scene = Scene.of(4);

  @Test
  void revokedKeyUsedAgain() {
    var officer = enrolled("thief");
    revoked(officer);

    refused(scene.rogue(), officer, "had been revoked");
  }

  /// Whoever has the stolen key writes an entry and dates it before the theft was noticed. It is
  /// judged where it stands, not by what it says about the time.
  @Test
  void stolenKeyDatesAnEntryBack() {
    var officer = enrolled("thief");
    var early = scene.victim().clock().now();
    scene.passes(Duration.ofMinutes(1));
    revoked(officer);
    var rogue = scene.rogue();
    var backDated =
        EntryBuilder.at(
                rogue.keys().channel(),
                new EntryId(rogue.keys().origin(), rogue.size()),
                Kind.of("record.read"),
                early)
            .seen(rogue.seen())
            .by(officer.signer())
            .seal(rogue.keys().node());

    assertThat(rogue.writes(backDated).pushes(rogue.size() - 1).status()).isEqualTo(422);
    scene.inadmissibleIsKept("had been revoked");
    scene.victimGoesOn();
  }

  /// A time of long ago is not refused, and proves nothing: when it can have been written at the
  /// earliest, the victim's own signature says.
  @Test
  void backDatedEntry() {
    scene.passes(Duration.ofMinutes(10));
    scene.raises(scene.victim());
    scene.passes(Duration.ofSeconds(10));
    var rogue = scene.rogue();
    long old = rogue.size();
    var longAgo = scene.victim().clock().now().minus(Duration.ofDays(3));
    var backDated =
        EntryBuilder.at(
                rogue.keys().channel(),
                new EntryId(rogue.keys().origin(), old),
                Kind.of("record.ack"),
                longAgo)
            .seen(rogue.seen())
            .seal(rogue.keys().node());

    assertThat(rogue.writes(backDated).pushes(old).status()).isEqualTo(200);

    var bracket = scene.victim().seen().times(backDated.id()).received().orElseThrow().bracket();
    assertThat(bracket.admits(longAgo)).isFalse();
    assertThat(bracket.notBefore().orElseThrow()).isAfter(longAgo.plus(Duration.ofDays(2)));
    scene.victimGoesOn();
  }

  @Test
  void officerNobodyEnrolled() {
    var rogue = scene.rogue();

    refused(rogue, scene.world().officer(scene.other(), name("nobody")), "was not enrolled");
  }

  /// In the name of one of the victim's own officers.
  @Test
  void officerOfTheVictim() {
    var rogue = scene.rogue();

    refused(rogue, scene.victim().identity().chief(), "was not enrolled");
  }

  /// The name of an officer, and another key.
  @Test
  void officersNameUnderAnotherKey() {
    var officer = enrolled("honest");
    var name = officer.signer().name();
    var otherKey = scene.world().officer(scene.victim(), name);
    var impostor = new Session(officer.officer(), otherKey.signer());

    refused(scene.rogue(), impostor, "not by the key enrolled");
  }

  @Test
  void nodesLineByAnotherKey() {
    var rogue = scene.rogue();
    long old = rogue.size();
    var entry =
        EntryBuilder.at(
                rogue.keys().channel(),
                new EntryId(rogue.keys().origin(), old),
                Kind.of("record.ack"),
                scene.victim().clock().now())
            .seen(rogue.seen())
            .seal(scene.victim().identity().node().node());

    assertThat(rogue.writes(entry).pushes(old).status()).isEqualTo(422);
    scene.inadmissibleIsKept("node key");
    scene.victimGoesOn();
  }

  /// The other side greets with keys that nobody has compared.
  @Test
  void keysSwappedInTheGreeting() {
    var ours = scene.victim().identity().node().card().keys();
    var theirs = scene.other().identity().node().card().keys();
    greetingWith(text -> text.replace(theirs.node().text(), ours.node().text()));

    assertThat(scene.link().state()).isEqualTo(LinkState.SUSPECT);
    assertThat(scene.link().sentence()).contains("other keys than were confirmed");
    theLineIsHonestAgain();
  }

  /// A point of low order as public key: signatures under it verify for messages nobody signed.
  @Test
  void lowOrderKeyOnACard() {
    var node = scene.other().identity().node().card().keys().node();
    var zeros = Bytes.of(new byte[32]);
    var weak =
        "%s+%08x+%s"
            .formatted(
                node.name(),
                VerifierKey.id(node.name(), KeyType.ED25519_NOTE, zeros),
                Bytes.concat(Bytes.of(new byte[] {1}), zeros).base64());
    greetingWith(text -> text.replace(node.text(), weak));

    assertThat(scene.link().state()).isEqualTo(LinkState.SUSPECT);
    assertThat(scene.link().sentence()).contains("malformed");
    theLineIsHonestAgain();
  }

  /// A stranger, whoever they are, gets nothing but a greeting.
  @Test
  void strangerAsks() {
    var answers = new java.util.ArrayList<PeerResponse>();
    var stranger = PartyId.of("xx");
    for (var request :
        List.of(
            new PeerRequest.GetResource("log/checkpoint"),
            new PeerRequest.AddCheckpoint(Bytes.ofUtf8("old 0\n\n")),
            new PeerRequest.GetHello())) {
      scene.victim().asked(stranger, request, answers::add);
    }
    scene.passes(Duration.ofSeconds(1));

    assertThat(answers).extracting(PeerResponse::status).containsExactly(403, 403, 200);
    assertThat(answers.getLast().body().utf8()).doesNotContain("\"mirrored\"");
    scene.bothGoOn();
  }

  // ---- setting out ----------------------------------------------------------------------------

  private String name(String officer) {
    return scene.other().party() + ".sarhad.example/officer/" + officer;
  }

  private Session enrolled(String officer) {
    var session = scene.world().officer(scene.other(), name(officer));
    accepted(
        new NodeRequest.GrantOfficer(session.signer().verifierKey(), Set.of(Role.WATCH_OFFICER)));
    scene.passes(Duration.ofSeconds(10));
    return session;
  }

  private void revoked(Session officer) {
    accepted(new NodeRequest.RevokeOfficer(officer.officer(), KeyEnd.STOLEN));
    scene.passes(Duration.ofSeconds(10));
  }

  private void accepted(NodeRequest request) {
    assertThat(scene.asks(scene.other(), request)).isInstanceOf(Outcome.Accepted.class);
  }

  private void refused(Rogue rogue, Session officer, String sentence) {
    long old = rogue.size();
    var read = new RecordFact.Read(List.of(new EntryId(scene.victim().origin(), 0)));

    var answer = rogue.says(read, builder -> builder.by(officer.signer())).pushes(old);

    assertThat(answer.status()).isEqualTo(422);
    scene.inadmissibleIsKept(sentence);
    assertThat(scene.mirrored()).isEqualTo(old);
    scene.victimGoesOn();
  }

  private void greetingWith(java.util.function.UnaryOperator<String> change) {
    scene
        .world()
        .tamper(
            new Tamper() {
              @Override
              public PeerResponse response(
                  PartyId asker, PartyId answerer, PeerRequest request, PeerResponse response) {
                boolean isTheirs =
                    request instanceof PeerRequest.GetHello
                        && answerer.equals(scene.other().party());
                return isTheirs
                    ? new PeerResponse(
                        response.status(),
                        response.contentType(),
                        Bytes.ofUtf8(change.apply(response.body().utf8())))
                    : response;
              }
            });
    scene.passes(Duration.ofSeconds(15));
  }

  private void theLineIsHonestAgain() {
    scene.world().tamper(Tamper.NONE);
    scene.bothGoOn();
  }
}
