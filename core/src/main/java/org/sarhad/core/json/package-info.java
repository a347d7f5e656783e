/// The JSON that is signed: a small part of JSON in which every value has exactly one spelling.
///
/// An entry is evidence for decades, so it is text that a person can read; and it is hashed, so
/// there must be one way to write it. The profile (docs/protocol/02-entry.md, clause 3) is RFC 8785
/// (JSON Canonicalization Scheme) with everything taken out whose canonical form is hard to get
/// right:
///
/// - values are objects, arrays, strings, booleans, null and integers of at most 2⁵³−1 in
///   magnitude; there are no fractions and no exponents;
/// - member names are small ASCII names, sorted, never twice;
/// - strings are Unicode in Normalization Form C, without lone surrogates and noncharacters, and
///   with at most 30 combining marks in a row;
/// - no white space, the shortest escapes, at most 8 levels.
///
/// [Json] is the value, `Json.parse` reads any JSON text of the profile, `Json.parseCanonical` only
/// the canonical one, `Json.canonical` writes it. The rule for everything that comes from outside
/// is literally `canonical(parse(bytes)) == bytes`. Parsers throw [MalformedJsonException] and
/// nothing else, in memory bounded by the size of their input.
///
/// [Text] holds the rules for strings that people read: what may stand in an identifier and in
/// prose.
package org.sarhad.core.json;
