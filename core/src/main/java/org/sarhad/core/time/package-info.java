/// When: the one spelling of an instant in signed bytes, and intervals proven by signatures.
///
/// Nothing here knows what time it is; instants come in with the entry that carries them. An
/// author's time is what the author's clock said and is for display; what holds between two sides
/// is a [TimeBracket], whose ends are the *other* side's signed times.
package org.sarhad.core.time;
