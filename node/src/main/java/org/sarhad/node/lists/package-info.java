/// Reads lists of sanctions as their publishers give them out: the United Nations' consolidated
/// list, OFAC's SDN list and the European Union's consolidated list as XML, the list of the United
/// Kingdom as XML or as a table.
///
/// A file comes from an operator's own hand; nothing here opens a connection. It is taken for
/// hostile all the same: no document type, no entity, no second file, and a bound on everything
/// that grows. It is read once, record by record ([Element]), and hashed on the way, because what
/// is decided by a list is bound to the bytes of its file (docs/protocol, 16-screening.md).
///
/// **Persons are left out** and counted, and so are aircraft. Whatever else is left out, or kept
/// without a number that makes no sense, is reported with its line, its reference, a code and a
/// sentence ([Remark]): a list that was read in part must not look like a whole one.
@NullMarked
package org.sarhad.node.lists;

import org.jspecify.annotations.NullMarked;
