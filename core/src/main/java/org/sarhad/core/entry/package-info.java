/// The signed sentence: envelope, payloads, signatures, exact bytes (docs/protocol/02-entry.md).
package org.sarhad.core.entry;
