package org.sarhad.node.machine;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.sarhad.core.joint.Border;
import org.sarhad.core.record.Officer;
import org.sarhad.core.response.ResponseSettings;
import org.sarhad.tlog.tree.Hash;

/// What a node is told beside who it is.
///
/// @param settings the numbers of the machine
/// @param response the numbers of the response
/// @param border the operational line, as this node's own file has it at the start
/// @param founding what the first entry of a new log says; empty for a node that must have one
/// @param reviewEvery how often deadlines are looked at
public record NodeConfiguration(
    NodeSettings settings,
    ResponseSettings response,
    Border border,
    Optional<Founding> founding,
    Duration reviewEvery) {

  /// What the genesis says beside the keys.
  ///
  /// @param recovery the commitment to the recovery key
  /// @param custodians the first officers, an administrator among them
  public record Founding(Hash recovery, List<Officer> custodians) {
    /// Copies the list.
    public Founding {
      custodians = List.copyOf(custodians);
    }
  }

  /// The defaults, for a log that is to begin with `founding`.
  public static NodeConfiguration of(Founding founding) {
    return new NodeConfiguration(
        NodeSettings.DEFAULTS,
        ResponseSettings.defaults(),
        Border.UNKNOWN,
        Optional.of(founding),
        Duration.ofSeconds(1));
  }

  /// These with other settings of the machine.
  public NodeConfiguration with(NodeSettings other) {
    return new NodeConfiguration(other, response, border, founding, reviewEvery);
  }

  /// These with another line.
  public NodeConfiguration with(Border other) {
    return new NodeConfiguration(settings, response, other, founding, reviewEvery);
  }
}
