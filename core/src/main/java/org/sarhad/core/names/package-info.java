/// Names of companies, ships, goods and banks, and how alike two of them are.
///
/// A name is *folded* ([FoldedName]): its letters are written in Latin ones by tables of our own
/// ([Letters]), legal forms that say nothing about who it is are set aside ([LegalForms]), and the
/// words that are left weigh as much as they tell ([PlainWords]). Two folded names are compared
/// word by word ([Likeness]): a word meets another that is the same, is spelled nearly so
/// ([Spelling]), or sounds the same ([Sound]), which is what is left of a name when it went through
/// an alphabet that writes no vowels. The answer is a whole number from 0 to 1000 and says which
/// words met which.
///
/// Three properties matter more than the last per cent of accuracy. The answer is the **same on
/// every node** and in every release of the JDK and of Unicode, because a decision rests on it and
/// is looked at again years later: tables are part of the program, arithmetic is in integers. It
/// **depends on the two names alone**, not on what else stands on a list, so that a list which
/// changes in one line changes the answer for that line and for no other. And it can be **said in a
/// sentence** why a name was stopped.
///
/// [NameIndex] finds, among many names, every one that is at least so alike. It leaves out nothing:
/// what it does not compare cannot reach the threshold.
///
/// Digits are part of a name and are never dropped: what only a number tells apart is told apart.
package org.sarhad.core.names;
