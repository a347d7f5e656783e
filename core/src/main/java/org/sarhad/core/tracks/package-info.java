/// Things that move near the line, and which side of it they are on (docs/protocol, 20-tracks.md).
///
/// Two things in one room. The **picture** ([TrackPicture]) is where units and the things that
/// sensors follow are now: bounded, fed at a high rate, forgotten after the agreed time, and never
/// in the log. A [WatchedLine] says of a position which side it is certainly on, or that nobody can
/// say ([LineSide]); from two positions of the same thing follows what happened between them
/// ([TrackEvent]).
///
/// Positions come one by one or as [TrackFrames].
///
/// The **statements** are two, and are all that ever leaves the node: a thing has crossed, or has
/// possibly crossed ([TrackFact]). No member of them can hold a name, a sensor or a person; the
/// positions, the line and both uncertainties are there, so the other side can judge for itself.
/// [TracksState] folds them.
package org.sarhad.core.tracks;
