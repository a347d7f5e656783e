/// Keys and signatures: two algorithms, and the rules that keep two nodes of one opinion.
///
/// A signature is only worth something if everybody who checks it comes to the same answer. For
/// Ed25519 that is not a matter of course: libraries differ on keys in non-canonical form, on keys
/// of low order, and on the cofactor. So [org.sarhad.tlog.crypto.PublicKeys] refuses the flawed
/// keys before they are enrolled, [org.sarhad.tlog.crypto.Signatures] uses only verifiers without
/// the cofactor, and [org.sarhad.tlog.crypto.ProviderSelfTest] asks the provider of this very
/// machine a few of the hard questions before a node signs anything.
///
/// Verifying and signing are ports ([org.sarhad.tlog.crypto.Verifier],
/// [org.sarhad.tlog.crypto.SigningKey]): the rest of the module never calls a provider by itself.
///
/// Sources: RFC 8032, FIPS 204, RFC 8410, RFC 9881. Clause 01-4 of `docs/protocol/01-record.md`.
package org.sarhad.tlog.crypto;
