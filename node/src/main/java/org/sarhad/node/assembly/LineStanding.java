package org.sarhad.node.assembly;

import org.sarhad.core.joint.Border;
import org.sarhad.core.modalities.ZoneSettings;
import org.sarhad.node.machine.NodeView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Says in the log of the program when a node judges places by another line than the one that both
/// sides agreed on (protocol clause 11-8.4); the console says it beside the agreed rules.
final class LineStanding {
  private static final Logger LOG = LoggerFactory.getLogger(LineStanding.class);

  private LineStanding() {}

  /// Says how `border` stands to what is agreed in `view`.
  static void tell(NodeView view, Border border) {
    view.agreed()
        .modalities()
        .settings()
        .find(ZoneSettings.REFERENCE_LINE)
        .ifPresent(
            agreed -> {
              switch (border.against(agreed)) {
                case SAME -> LOG.info("the operational line is the agreed one");
                case OTHER ->
                    LOG.warn(
                        "the operational line of this node is not the agreed one, {}: the two nodes may judge a place differently",
                        agreed.sha256());
                case MISSING ->
                    LOG.warn(
                        "this node has no operational line; agreed is {}: no place is known to be on anybody's soil",
                        agreed.sha256());
              }
            });
  }
}
