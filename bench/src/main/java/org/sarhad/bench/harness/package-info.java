/// How figures are taken, whatever they are of.
///
/// A [Row] is one promise of docs/performance.md. It measures in several rounds and reports the
/// median with the lowest and the highest round, because machines are shared and a single number
/// hides that. Where something else does the same work, both run in one process of measurement, in
/// turns ([Rounds]), so that a busy neighbour hits both: **ratios travel, absolute numbers do
/// not.** Nothing here leaves loopback.
@NullMarked
package org.sarhad.bench.harness;

import org.jspecify.annotations.NullMarked;
