/// Meetings and recurring duties (docs/protocol/10-meetings-and-commitments.md, clauses 10-3 to
/// 10-5).
///
/// Cooperation lapses silently: a hotline is agreed and agreed again, a quarterly commission meets
/// every other year, and nobody can say since when. So the sides agree on a *recurring duty* (a
/// joint act), every date of which follows from its terms by the calendar, and what was not held is
/// counted, and brought before the next role and at last the chiefs of both sides, by a fact that a
/// node writes because the act announced it. No clock is asked by the fold.
///
/// A *meeting* is called by one side. Each side has its own *agenda*; an agreed one may come to be
/// and need not. Each side says for itself what came of the meeting: held, not held and why, walked
/// out by whom over which item. What they say stands side by side; where it differs, that is the
/// state. A *joint record* is what they say together, by an act; a meeting without one is a valid
/// state with an age.
///
/// [MeetingsState] folds [MeetingFact]s and acts; [MeetingRules] and [MeetingTermsRules] say what
/// holds; [MeetingRefusal] why not.
package org.sarhad.core.meetings;
