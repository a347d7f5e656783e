/// Where to stand: posts on one's own soil, and what the neighbour is told of them (docs/protocol,
/// 15-posture.md).
///
/// Two things in one room. The **engine** (clause 15-4) is arithmetic: [Stationing] answers a
/// [CoverageProblem], [Median] a [MedianProblem], [Covering] how little it takes to be everywhere,
/// each with a [Certificate] that nobody has to take on trust. Whole numbers only, and its own
/// chance from a seed: the same problem gives the same plan everywhere.
///
/// The **statements** are two. A plan ([PostureFact.Planned]) lies in the private journal and never
/// leaves its side. Of it a side releases a *summary* ([PostureFact.Summary]): for each sector how
/// many of its units are there in time and how much of it they reach, coarsely; no member of it can
/// hold a place. [PostureState] folds the summaries, and [CoverageGap] lays both beside each other:
/// what only one side reaches, what both do, and what nobody does (15-1.1).
package org.sarhad.core.posture;
