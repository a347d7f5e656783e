/// What a node remembers, and how it is written down.
///
/// Everything that must survive a power cut passes, in order, through one ordered log, the
/// *intake*: own entries with their payloads, private journal entries, heads about to be shown,
/// what a peer sent and what was cosigned. [IntakeRecord] lists them; that list is the complete
/// answer to "what does a node remember?". An [IntakeFrame] is what is remembered together or not
/// at all. Files in the layout in which logs are served are derived from the intake afterwards, and
/// only then is that part of it released (docs/decisions/0002-one-intake.md).
///
/// The bytes are private to the node and never signed, so [IntakeCodec] is plain and binary.
package org.sarhad.node.intake;
