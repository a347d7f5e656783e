/// Handover of responsibility for an incident, or for a part of it (docs/protocol,
/// 12-handover-and-notices.md, clauses 12-1 to 12-5).
///
/// Search and rescue has known for long what goes wrong when two centres work on one case: each
/// believes that the other has it. So there is one rule. **Responsible is who has it, until another
/// accepts** (IAMSAR manual, vol. II): the side that opened the incident, to begin with. To offer
/// changes nothing; to be refused, to take the offer back, to let it expire changes nothing. Only
/// the act that carries both signatures moves it, and it moves once.
///
/// An offer names what it rests on: the entry by which its side came to be responsible. When that
/// has passed on meanwhile, the offer is *overtaken*, and accepting it moves nothing. So of two
/// offers that cross only the first that is accepted counts, and an old one cannot be accepted a
/// year later, when the search has been there and back.
///
/// [HandoverState] folds the acts of kind [HandoverTerms#KIND] and answers who is responsible, for
/// what, since which act and by whose signatures. [HandoverRules] says what holds;
/// [HandoverRefusal] why not. What else happens in an incident is the response's to say: it is
/// named here as the sides named it ([IncidentName]), and what a node knows of it beside the acts
/// comes in by [Surroundings].
package org.sarhad.core.handover;
