/// The market of the committee (docs/protocol/17-market.md, 17-1): what two sides need and offer in
/// a period, and who gets what of it.
///
/// A [PeriodProtocol] says by which lines, prices, quotas and corridors; [Bid]s are stated openly,
/// or sealed and revealed after the last one is in. [MatchProblem] is what is to be matched, in
/// whole lots; [Matching] finds a match with a [Certificate] of how good it is, and
/// [CertificateCheck] is all that the other side has to trust: it reckons in integers, and needs no
/// solver.
///
/// A match becomes an act of both sides by [MatchTerms]. It moves nothing: contracts rest on it,
/// and reserve the room in the account (14).
package org.sarhad.core.market;
