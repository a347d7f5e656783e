package org.sarhad.node.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NodeConfigTest {
  private static final String LEAST = "party.id = ir\nchannel.id = sarhad.example/ir-pk\n";

  @Test
  void twoLinesAreEnough() throws Exception {
    var config = NodeConfig.parse(LEAST);

    assertThat(config.party().origin().value()).isEqualTo("ir.sarhad.example/joint");
    assertThat(config.console().address()).isEqualTo(new HostPort("127.0.0.1", 7101));
    assertThat(config.console().tls()).isEqualTo(ConsoleConfig.Tls.OFF);
    assertThat(config.peer().address()).isEqualTo(new HostPort("127.0.0.1", 7111));
    assertThat(config.accounts().idle()).isEqualTo(Duration.ofMinutes(30));
    assertThat(config.log().level()).isEqualTo(LogConfig.Level.INFO);
  }

  @Test
  void everyKindOfValueIsRead() throws Exception {
    var config =
        NodeConfig.parse(
            LEAST
                + """
                # a comment
                  party.name =  Islamic Republic of Iran
                party.letter = B
                party.zone = Asia/Tehran
                console.address = [::1]:8443
                console.tls = self-signed
                console.body-max = 512 KiB
                console.requests-max = 64
                console.request-deadline = 500 ms
                metrics.for-all = yes
                log.level = debug
                """);

    assertThat(config.party().name()).isEqualTo("Islamic Republic of Iran");
    assertThat(config.party().letter()).isEqualTo("B");
    assertThat(config.party().zone()).isEqualTo(ZoneId.of("Asia/Tehran"));
    assertThat(config.console().address()).isEqualTo(new HostPort("::1", 8443));
    assertThat(config.console().tls()).isEqualTo(ConsoleConfig.Tls.SELF_SIGNED);
    assertThat(config.console().bodyBytesMax()).isEqualTo(512 * 1024);
    assertThat(config.console().requestsMax()).isEqualTo(64);
    assertThat(config.console().requestDeadline()).isEqualTo(Duration.ofMillis(500));
    assertThat(config.console().metricsForAll()).isTrue();
    assertThat(config.log().level()).isEqualTo(LogConfig.Level.DEBUG);
  }

  @Test
  void whatIsPrintedCanBeReadBackAndMeansTheDefaults() throws Exception {
    var uncommented =
        NodeConfig.printed()
            .replaceFirst("(?m)^party.id =$", "party.id = ir")
            .replaceFirst("(?m)^channel.id =$", "channel.id = sarhad.example/ir-pk")
            .replaceAll("(?m)^# ([a-z.-]+ = )", "$1");

    assertThat(NodeConfig.parse(uncommented)).isEqualTo(NodeConfig.parse(LEAST));
    assertThat(NodeConfig.keys()).doesNotHaveDuplicates().allMatch(uncommented::contains);
  }

  @Test
  void aMisspeltKeyNamesTheNearest() {
    assertThat(complaint("consle.address = 127.0.0.1:1"))
        .isEqualTo("line 3: consle.address: is not a key. Maybe you meant console.address.");
  }

  @Test
  void aKeyLikeNothingPointsToTheList() {
    assertThat(complaint("colour = blue"))
        .isEqualTo("line 3: colour: is not a key. `sarhad node --print-config` lists every key.");
  }

  @Test
  void aRetiredKeySaysWhatToWriteInstead() {
    assertThat(complaint("console.port = 7101"))
        .isEqualTo(
            "line 3: console.port: is no longer a key. Write console.address = 127.0.0.1:PORT"
                + " instead.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "console.address = 7101            | found \"7101\", expected host:port",
        "console.address = ::1:7101        | expected host:port",
        "console.address = localhost:70000 | expected host:port",
        "console.tls = maybe               | expected one of off, self-signed, proxy",
        "console.body-max = 2MiB           | expected a size such as",
        "console.body-max = 99999999999 GiB| expected a size such as",
        "console.requests-max = 0          | expected a whole number from 4 to 100000",
        "console.request-deadline = 0 s    | expected a length of time such as",
        "metrics.for-all = true            | expected yes or no",
        "party.zone = Asia/Atlantis        | expected an IANA time zone",
        "party.letter = ab                 | expected one letter",
        "party.domain = -x                 | expected letters, digits",
      })
  void aWrongValueIsNamedWithWhatWasExpected(String line, String expected) {
    assertThat(complaint(line)).startsWith("line 3: ").contains(expected);
  }

  @Test
  void anOpenListenerWithoutTlsIsRefused() {
    assertThat(complaint("console.address = 0.0.0.0:7101"))
        .contains("can be reached from other machines", "console.tls = self-signed");
  }

  @Test
  void allComplaintsComeAtOnce() {
    var thrown =
        catchThrowableOfType(
            MalformedConfigException.class,
            () -> NodeConfig.parse("party.id = IR\nlog.level = loud\nlgo.form = text\n"));

    assertThat(thrown.complaints())
        .extracting(Complaint::key)
        .containsExactly("party.id", "log.level", "lgo.form", "channel.id");
  }

  @Test
  void aLineThatIsNoAssignmentAndAKeyGivenTwiceAreRefused() {
    assertThatThrownBy(() -> NodeConfig.parse(LEAST + "hello\nparty.id = pk\n"))
        .isInstanceOf(MalformedConfigException.class)
        .hasMessage(
            """
            line 3: hello: is not of the form key = value. Keys are lower-case letters, digits, \
            dots and dashes; a comment begins with #.
            line 4: party.id: stands on line 1 already. Keep one of the two.""");
  }

  @Test
  void aFileWithoutEndIsRefused() {
    assertThatThrownBy(() -> NodeConfig.parse("\n".repeat(ConfigFile.LINES_MAX + 1)))
        .hasMessageContaining("longer than 10000 lines");
  }

  @Test
  void aMissingFileSaysWhatToDo(@TempDir Path directory) {
    assertThatThrownBy(() -> NodeConfig.load(directory))
        .hasMessageContaining("sarhad.properties is not there")
        .hasMessageContaining("sarhad keys new");
  }

  private static String complaint(String line) {
    var thrown =
        catchThrowableOfType(
            MalformedConfigException.class, () -> NodeConfig.parse(LEAST + line + "\n"));
    assertThat(thrown.complaints()).hasSize(1);
    return thrown.getMessage();
  }
}
