package org.sarhad.node.account;

/// The secret that stands in a session cookie. Its text is shown nowhere.
///
/// @param value 43 characters of base64url: 256 random bits
public record SessionToken(String value) {
  @Override
  public String toString() {
    return "SessionToken[…]";
  }
}
