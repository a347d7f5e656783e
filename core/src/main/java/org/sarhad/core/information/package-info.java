/// The desk for requests of information (docs/protocol, 13-information-requests.md).
///
/// One side asks the other for something that it holds, and the answer is due within a time that
/// both have agreed on: eight hours, three days or seven, after the law that the police forces of
/// the European Union exchange information by (Directive (EU) 2023/977). Two things make such a
/// desk work. The time runs from *proven receipt*, which is the answering side's own signature, so
/// that nobody is late with what they did not have. And what is refused is refused for a *ground*
/// out of a list, so that refusals can be counted.
///
/// A request is about events, places, vehicles, goods and groups, in free words. **There is no
/// field for a person**, no list of anybody, and nothing to match one against
/// (docs/anti-features.md): whoever wants files on people has to look elsewhere.
///
/// [InformationState] folds [InformationFact]s; [InformationRules] says what holds;
/// [InformationRefusal] why not. What is due is not folded but computed, by [InformationClock],
/// from what a node knows of receipts; [InformationDesk] is what an officer sees of it.
package org.sarhad.core.information;
