package org.sarhad.sim.testing;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.joint.Statement;
import org.sarhad.core.screening.Grounds;
import org.sarhad.core.screening.ListSource;
import org.sarhad.core.screening.ListState;
import org.sarhad.core.screening.ScreeningFact;
import org.sarhad.core.screening.Status;
import org.sarhad.core.screening.SubjectId;
import org.sarhad.node.machine.NodeRequest;
import org.sarhad.node.machine.Outcome;
import org.sarhad.sim.world.SimNode;
import org.sarhad.sim.world.SimWorld;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;

/// The two compliance officers of a side in a simulated world, without whose word nothing is signed
/// with anybody (protocol clause 16-4.4).
public record Compliance(SimWorld world, SimNode node) {
  private static final Hash LIST = Merkle.sha256(Bytes.ofUtf8("a list of the United Nations"));
  private static final Grounds GROUNDS = Grounds.of(Ordered.map(Map.of(ListSource.UN, LIST)), 800);

  /// Both sides clear `subjects` by one list; done when both nodes know.
  public static void good(SimWorld world, String... subjects) {
    for (var node : world.nodes()) {
      new Compliance(world, node).clears(subjects);
    }
    world.run(Duration.ofSeconds(15));
  }

  /// Holds `subject`: the entry.
  public EntryId holds(String subject) {
    return says(0, new ScreeningFact.Held(SubjectId.of(subject), GROUNDS));
  }

  /// Says that the list is the newest still, so that what was decided by it holds for another while
  /// (16-3.1).
  public void looksAgain() {
    says(
        0,
        new ScreeningFact.ListTaken(
            new ListState(ListSource.UN, LocalDate.of(2019, 4, 20), LIST, 3)));
  }

  private void clears(String... subjects) {
    looksAgain();
    for (var subject : subjects) {
      var proposal =
          says(
              0,
              new ScreeningFact.Proposed(
                  SubjectId.of(subject), Status.CLEAR, GROUNDS, Optional.empty()));
      says(1, new ScreeningFact.Confirmed(proposal));
    }
  }

  private EntryId says(int officer, ScreeningFact fact) {
    var request = new NodeRequest.State(new Statement.OnScreening(fact));
    var by = node.identity().compliance().get(officer);
    return switch (new Chief(world, node).asks(by, request, Optional.empty()).orElseThrow()) {
      case Outcome.Accepted accepted -> accepted.entries().getFirst();
      case Outcome.Refused refused -> throw new AssertionError(refused.toString());
    };
  }
}
