package org.sarhad.node.cli;

import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.sarhad.core.posture.SiteSolver;

/// The exact solver that somebody has put beside this program (`docs/operating/solver.md`).
final class SolverBeside {
  private SolverBeside() {}

  /// @throws CannotException when there is none, or it does not run here
  static SiteSolver find() throws CannotException {
    try {
      return ServiceLoader.load(SiteSolver.class)
          .findFirst()
          .orElseThrow(
              () ->
                  new CannotException(
                      "No exact solver lies beside this program. Build it once with "
                          + "\"mvn -pl solve -am -DskipTests package\", and say where it is: "
                          + "SARHAD_SOLVER=solve/target/solver ./sarhad posture solve --exact FILE."));
    } catch (ServiceConfigurationError | LinkageError e) {
      throw new CannotException(
          "The exact solver beside this program does not run here (%s). ".formatted(e.getMessage())
              + "docs/operating/solver.md says which one this system needs.");
    }
  }
}
