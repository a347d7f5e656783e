package org.sarhad.node.api;

import static org.sarhad.core.party.Role.CLERK;
import static org.sarhad.core.party.Role.INVESTIGATOR;

import java.util.List;
import java.util.Optional;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.inquiry.ClaimFact;
import org.sarhad.core.inquiry.InquiryFactKind;
import org.sarhad.core.inquiry.SealedClaim;
import org.sarhad.core.joint.Statement;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.node.machine.NodeRequest;

/// Sealed claims (protocol clause 09-3): the node draws the salt, and keeps what it takes to reveal
/// the claim where nobody else reads it.
final class SealOperations {
  private static final String ROOT = "/api/v1/inquiry/seals";
  private static final Access SPEAKS = Access.of(INVESTIGATOR, CLERK);
  private final Surface surface;
  private final Openings openings;

  SealOperations(Surface surface, Openings openings) {
    this.surface = surface;
    this.openings = openings;
  }

  List<Operation> list() {
    return List.of(
        Operation.post("sealClaim", ROOT, SPEAKS, this::seal),
        Operation.post("revealClaim", ROOT + "/{log}/{index}/reveal", SPEAKS, this::reveal));
  }

  private Answer seal(Call call) throws MalformedRequestException {
    var lens = surface.look(call);
    var fields = call.body();
    var matter =
        fields.parsed(
            "matter",
            new EntryId(lens.view().self().origin(), 0),
            text ->
                lens.parties().entry(lens.view(), text).orElseThrow(IllegalArgumentException::new),
            "expected the name of a matter that is known here, such as ir/17");
    var claim = stated(fields, matter, fields.json("claim"));
    var revealBy = fields.optionalTime("revealBy");
    if (revealBy.isEmpty()) {
      fields.complain("revealBy", "", "expected until when the claim is to be shown");
    }
    fields.finish();
    return surface.ask(call, new NodeRequest.Seal(claim.orElseThrow(), revealBy.orElseThrow()));
  }

  private static Optional<ClaimFact.Stated> stated(Fields fields, EntryId matter, Json.Obj claim) {
    var body = Json.obj().put("claim", claim).put("matter", matter.toString()).build();
    try {
      return Statement.parse(InquiryFactKind.CLAIM_STATED.kind(), body)
          .flatMap(
              said ->
                  said instanceof Statement.OnInquiry(ClaimFact.Stated stated)
                      ? Optional.of(stated)
                      : Optional.empty());
    } catch (MalformedJsonException e) {
      fields.complain("claim", e.what() + ": " + e.found(), "expected " + e.expected());
      return Optional.empty();
    }
  }

  /// The rules judge whether it may be shown; here it is only found again.
  private Answer reveal(Call call) throws MalformedRequestException {
    call.body().finish();
    var lens = surface.look(call);
    var name = call.entryName();
    var seal = lens.parties().entry(lens.view(), name).flatMap(id -> seal(lens, id));
    if (seal.isEmpty()) {
      return Answer.unknown(name);
    }
    var opening = openings.find(lens, seal.get());
    return opening.isEmpty()
        ? new Answer.Refused(ApiRefusal.OPENING_MISSING.because(name))
        : surface.ask(call, new NodeRequest.State(new Statement.OnInquiry(opening.get())));
  }

  private static Optional<SealedClaim> seal(Lens lens, EntryId id) {
    return lens.view()
        .expected()
        .inquiry()
        .findFile(id)
        .flatMap(file -> file.accounts().seals().find(id));
  }
}
