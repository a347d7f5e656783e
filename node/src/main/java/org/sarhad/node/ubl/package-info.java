/// A consignment as documents of UBL 2.3, for the programs of those who send, carry and receive
/// goods: one way, out (docs/protocol, 18-deliveries.md, clause 18-7.2).
///
/// The documents are those of a library, so that their shape is OASIS's and not ours; what stands
/// in them is the record's. No clock is asked and nothing is counted here: the same record gives
/// the same bytes on every node. The library, and the binding of XML that it needs, are loaded when
/// the first document is asked for.
@NullMarked
package org.sarhad.node.ubl;

import org.jspecify.annotations.NullMarked;
