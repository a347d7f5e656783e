package org.sarhad.node.api;

import static org.sarhad.core.party.Role.CHIEF;
import static org.sarhad.core.party.Role.CLERK;
import static org.sarhad.core.party.Role.COMPLIANCE;
import static org.sarhad.core.party.Role.DISPATCHER;
import static org.sarhad.core.party.Role.INVESTIGATOR;
import static org.sarhad.core.party.Role.LIAISON;
import static org.sarhad.core.party.Role.SECTOR_COMMANDER;
import static org.sarhad.core.party.Role.UNIT_LEADER;
import static org.sarhad.core.party.Role.WATCH_OFFICER;

import java.util.List;
import java.util.Optional;
import org.sarhad.core.entry.Kind;
import org.sarhad.core.joint.Statement;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.posture.PostureFact;
import org.sarhad.node.machine.NodeRequest;

/// What one side says between the sides, in the words of its chapter of the protocol: about the
/// agreed rules, a matter under inquiry, a duty, a meeting, a commitment, a complaint, a crossing.
/// Its rules decide who may say it.
final class StatementOperations {
  private static final Access SPEAKS =
      Access.of(
          CHIEF,
          SECTOR_COMMANDER,
          WATCH_OFFICER,
          DISPATCHER,
          UNIT_LEADER,
          LIAISON,
          INVESTIGATOR,
          CLERK,
          COMPLIANCE);

  private final Surface surface;

  StatementOperations(Surface surface) {
    this.surface = surface;
  }

  List<Operation> list() {
    return List.of(Operation.post("makeStatement", "/api/v1/statements", SPEAKS, this::state));
  }

  private Answer state(Call call) throws MalformedRequestException {
    var fields = call.body();
    var kind =
        fields.parsed(
            "kind",
            new Kind("meeting.called"),
            Kind::of,
            "expected a kind of statement, such as inquiry.claim_stated");
    var body = fields.json("body");
    var statement = read(fields, kind, body);
    fields.finish();
    return surface.ask(call, new NodeRequest.State(statement.orElseThrow()));
  }

  /// What is said, if it is something that is said between the sides in this way: acts are signed
  /// with what was shown, and channel and response have operations of their own.
  private static Optional<Statement> read(Fields fields, Kind kind, Json.Obj body) {
    try {
      var statement = Statement.parse(kind, body).filter(StatementOperations::isOpen);
      if (statement.isEmpty()) {
        fields.complain("kind", kind.value(), "no kind of statement that is made here");
      }
      return statement;
    } catch (MalformedJsonException e) {
      fields.complain("body", e.what() + ": " + e.found(), "expected " + e.expected());
      return Optional.empty();
    }
  }

  private static boolean isOpen(Statement statement) {
    return switch (statement) {
      case Statement.OnModalities _,
          Statement.OnInquiry _,
          Statement.OnMeetings _,
          Statement.OnCommitments _,
          Statement.OnComplaints _,
          Statement.OnCrossings _,
          Statement.OnActivities _,
          Statement.OnInformation _,
          Statement.OnPosture(PostureFact.Summary _),
          Statement.OnPosture(PostureFact.Offered _),
          Statement.OnPosture(PostureFact.Accepted _),
          Statement.OnTracks _,
          Statement.OnBarter _,
          Statement.OnScreening _,
          Statement.OnDeliveries _,
          Statement.OnEnergy _,
          Statement.OnMarket _ ->
          true;
      // A plan is for own eyes, and made where it stays.
      case Statement.OnPosture(PostureFact.Planned _) -> false;
      case Statement.OnAct _, Statement.OnChannel _, Statement.OnResponse _ -> false;
    };
  }
}
