/// The health of the cooperation, and its periodic evaluation
/// (docs/protocol/10-meetings-and-commitments.md, clause 10-10).
///
/// Mechanisms lapse silently, so the product watches the cooperation itself: whether the link is
/// up, whether the hotline is used, how long people take to acknowledge, what was due and not held,
/// what was promised and is not spoken of any more, what was asked and not answered.
/// [CooperationHealth] is drawn up from the registers ([Registers]) and from plain numbers of the
/// other applications ([HealthInputs]); [EvaluationReport] puts a period beside the one before.
/// Unknown is never shown as nothing, and nothing is a score: sides are never ranked.
package org.sarhad.core.health;
