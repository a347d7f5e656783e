package org.sarhad.node;

/// Where the program starts.
public final class Main {
  private Main() {}

  /// Prints what this build is.
  ///
  /// @param args ignored for now
  public static void main(String[] args) {
    System.out.println("sarhad");
  }
}
