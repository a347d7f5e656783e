package org.sarhad.node.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.sarhad.node.testing.TestNode;

/// A node that starts for the first time does not open its doors before it knows who may do what.
@Tag("slow")
class FirstStartTest {
  @TempDir Path directory;

  @RepeatedTest(5)
  void whoeverSignsInFirstHasTheirRole() throws Exception {
    try (var node = TestNode.start(directory, "ir");
        var admin = node.signIn("admin")) {
      assertThat(admin.get("/api/v1/session").expect(200).path("roles").toString())
          .contains("admin");
    }
  }
}
