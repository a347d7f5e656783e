/// The commands of `sarhad`: what an operator, a script or a court types.
///
/// Exit codes are the same everywhere: 0 done and well, 1 done and something is wrong with what was
/// looked at, 2 asked in a way that makes no sense, 3 could not be done. Answers go to standard
/// output (`--json` for scripts), progress and complaints to standard error.
package org.sarhad.node.cli;
