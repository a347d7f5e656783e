/// What the registers that the sides keep together have in common: meetings, commitments,
/// complaints (docs/protocol/10-meetings-and-commitments.md).
///
/// A register is a fold of the final joint order. What a side says in it is the side's own
/// [org.sarhad.core.register.Word]; its last word is shown with its age and never merged with
/// another side's, and the words before it are found by its [org.sarhad.core.register.Mentions].
/// Texts are a [org.sarhad.core.register.Wording], the same thing in several languages. Days on
/// which something is owed are a [org.sarhad.core.register.DueDate], which needs no table of time
/// zones. What became of each fact, and the digest by which two nodes compare their states, is kept
/// by [org.sarhad.core.register.Outcomes]. How bodies are read in their one spelling is in
/// [org.sarhad.core.register.Bodies].
package org.sarhad.core.register;
