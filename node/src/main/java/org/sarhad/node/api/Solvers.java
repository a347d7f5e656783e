package org.sarhad.node.api;

import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.sarhad.core.market.MatchSolver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The solver of linear programmes that was put beside this program, if one was
/// (`docs/decisions/0024`). A node without one does everything that a node does.
final class Solvers {
  private static final Logger LOG = LoggerFactory.getLogger(Solvers.class);

  private Solvers() {}

  /// Looked for once, at the start. One whose native code does not run here is none.
  static Optional<MatchSolver> find() {
    try {
      var found = ServiceLoader.load(MatchSolver.class).findFirst();
      found.ifPresent(solver -> LOG.info("matches also by {}", solver.name()));
      return found;
    } catch (ServiceConfigurationError | LinkageError e) {
      LOG.warn("a solver lies beside this program and cannot be used here: {}", e.getMessage());
      return Optional.empty();
    }
  }
}
