/// Notices of activity: what a side says beforehand that it is going to do near the line
/// (docs/protocol, 12-handover-and-notices.md, clauses 12-6 to 12-9).
///
/// A column of smoke behind the line is a fire, an attack, or a field that is burnt off every year;
/// which, the neighbour knows only if it was told. Liaison missions ask for *prior notification* of
/// works and drills; cross-border teams check that two operations do not meet in one place by
/// accident (*deconfliction*). So a side *gives* notice, *changes* it, *cancels* it; the other side
/// *acknowledges* and *comments*. It grants nothing: what a side does on its own soil is its own
/// affair, and no answer is silence and nothing else.
///
/// [ActivityState] folds [ActivityFact]s; [ActivityRules] says what holds; [ActivityRefusal] why
/// not. [Deconfliction] says which activities come near each other in space and time: a pure
/// function over plain values, which warns and never blocks.
package org.sarhad.core.activity;
