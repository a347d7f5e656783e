package org.sarhad.core.market;

import java.util.Optional;

/// A solver of linear programmes that a node may have beside its own search
/// (`docs/decisions/0023`). Nobody has to have one, and nobody has to believe one: what it finds is
/// made whole and checked in integers ([Matching#made], [CertificateCheck]), here and on the node
/// of the other side.
public interface MatchSolver {
  /// What it is called, for whoever reads its matches.
  String name();

  /// The optimum of `problem`, with fractions of lots and with prices; empty when it finds none.
  /// Used by one thread at a time.
  Optional<LinearSolution> solve(MatchProblem problem);
}
