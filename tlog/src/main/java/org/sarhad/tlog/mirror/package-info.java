/// Keeping a neighbour's log; C2SP tlog-mirror.
///
/// A mirror is a witness that also holds every entry, and says so with a key of its own. The log
/// **pushes**: first a head, by the witness rule; then the entries under it, in packages of up to
/// 256 that are each proved to stand in that head before they are stored; and when the last is
/// durable the mirror cosigns. No step is large, every step can be repeated, and an upload that
/// broke off weeks ago goes on where the mirror says ([org.sarhad.tlog.mirror.MirrorInfo]).
///
/// That the log pushes means that it needs to reach the mirror and not the other way round: it
/// works through a one-way gate. The same packages travel on a stick.
///
/// [org.sarhad.tlog.mirror.MirrorState] is what a mirror must remember,
/// [org.sarhad.tlog.mirror.Mirror] the rule, [org.sarhad.tlog.mirror.PackageReader] takes a request
/// apart while it arrives. On the sending side [org.sarhad.tlog.mirror.AddEntries] says which
/// packages there are and [org.sarhad.tlog.mirror.EntryPackage#of] makes them. Clause 01-8 of
/// `docs/protocol/01-record.md`.
package org.sarhad.tlog.mirror;
