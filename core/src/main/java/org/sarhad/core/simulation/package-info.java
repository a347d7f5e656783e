/// What would have come of a year: calls for help along the line, units that are sent and are busy
/// for a while, and how soon somebody was there (protocol clause 15-10).
///
/// A [Season] draws calls, or a record of real ones takes their place; a [Trial] sends units to
/// them by the rules of dispatch, and an [Outcome] is what both sides would be asked about. The
/// same calls can be answered from one plan and from another, alone and with help: what differs
/// then is the plan, or the help. Whole numbers only, and chance from a seed.
package org.sarhad.core.simulation;
