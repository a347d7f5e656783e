/// What the API answers with: the schemas of `docs/api/openapi.yaml` as records, in the order of
/// the contract. They hold nothing but what is written out; the contract says what each field means
/// and a test checks every answer against it, so the records do not say it again.
///
/// A component that is an empty [java.util.Optional] is left out of the JSON.
package org.sarhad.node.api.view;
