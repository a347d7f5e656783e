package org.sarhad.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sarhad.e2e.process.Sarhad;
import org.sarhad.node.testing.FreePorts;

/// Two running nodes and nothing else: everything is done at their consoles, by the keyboard. Two
/// administrators pair their nodes; an officer of one side raises an alert; an officer of the other
/// reads and acknowledges it; and the first takes the proof of it, as files and on paper, to
/// somebody who trusts neither. Two chiefs sign an agreement.
@Tag("browser")
class RealNodesTest {
  private static final String WATCH = "watch";
  private static final String CHIEF = "chief";
  private static final String FIRST_PASSWORD = "a password to be lost";
  private static final String WATCH_PASSWORD = "another long password";

  @TempDir Path scratch;

  private Chromium chromium;
  private RealNode nodeOfIran;
  private RealNode nodeOfPakistan;
  private Page iran;
  private Page pakistan;

  @BeforeEach
  void begin() throws Exception {
    var program = Chromium.find();
    Assumptions.assumeTrue(
        program.isPresent(), "RealNodesTest needs a Chromium. To get one: " + Chromium.TO_GET_IT);
    var jar = Path.of(Sarhad.commandLine().getLast());
    Assumptions.assumeTrue(Files.isRegularFile(jar), jar + " is not built; run: mvn package");
    int port = FreePorts.run(4);
    nodeOfIran = RealNode.start(scratch, port, side("ir", "Iran", "A", "Asia/Tehran"));
    nodeOfPakistan = RealNode.start(scratch, port + 1, side("pk", "Pakistan", "B", "Asia/Karachi"));
    chromium = Chromium.start(program.get());
    iran = chromium.newPage().size(1440, 900);
    pakistan = chromium.newPage().size(1440, 900);
  }

  private static List<String> side(String id, String name, String letter, String zone) {
    boolean isIran = id.equals("ir");
    return List.of(
        "party.id = " + id,
        "party.name = " + name,
        "party.letter = " + letter,
        "party.zone = " + zone,
        "neighbour.name = " + (isIran ? "Pakistan" : "Iran"),
        "neighbour.letter = " + (isIran ? "B" : "A"),
        "neighbour.zone = " + (isIran ? "Asia/Karachi" : "Asia/Tehran"));
  }

  @AfterEach
  void end() throws Exception {
    for (AutoCloseable open : new AutoCloseable[] {chromium, nodeOfPakistan, nodeOfIran}) {
      if (open != null) {
        open.close();
      }
    }
  }

  @Test
  void anAlertIsRaisedReadAnsweredAndProven() throws Exception {
    signIn(iran, nodeOfIran, RealNode.ADMIN, RealNode.PASSWORD);
    signIn(pakistan, nodeOfPakistan, RealNode.ADMIN, RealNode.PASSWORD);
    enrolWatchOfficer(iran);
    enrolWatchOfficer(pakistan);
    makeDispatcherToo(iran);
    resetPassword(iran);
    resetPassword(pakistan);
    pair(iran, nodeOfPakistan, ownFingerprint(pakistan));
    pair(pakistan, nodeOfIran, ownFingerprint(iran));
    iran.until("document.querySelector('.light.live')");
    pakistan.until("document.querySelector('.light.live')");

    changeOver(iran, nodeOfIran);
    changeOver(pakistan, nodeOfPakistan);
    assertThat(iran.ask("[...document.querySelectorAll('.walls dt')].map(e => e.innerText)"))
        .extracting(label -> label.asText())
        .containsExactly("THR", "KHI", "UTC");

    registerUnit(iran);
    raiseAlert(iran);
    String incident = iran.ask("location.hash").asText();
    pakistan.until("document.querySelectorAll('[data-incident]').length === 1");
    pakistan.until("document.querySelector('.fact.wants b')?.innerText === '1'");
    pakistan.press("j").press("Enter").until("location.hash === " + Page.quoted(incident));
    pakistan.until("document.querySelector('.room-head h1')").settled();
    assertThat(pakistan.ask("document.querySelector('.room-head h1').innerText").asText())
        .isEqualTo("Tanker on fire at the gate");
    iran.until("document.querySelector('.ledger').innerText.includes('by Watch officer')");
    pakistan.press("a");
    iran.until("document.querySelector('.ledger').innerText.includes('Pakistan acknowledged')");
    BrowserTest.screenshot(iran, "real-nodes-iran");
    BrowserTest.screenshot(pakistan, "real-nodes-pakistan");

    proveToAStranger();
    checkThePaper();

    for (Page page : List.of(iran, pakistan)) {
      assertThat(page.complaints()).filteredOn(complaint -> !complaint.contains("401")).isEmpty();
      assertThat(page.requests())
          .filteredOn(address -> !address.startsWith("data:") && !address.startsWith("blob:"))
          .allSatisfy(address -> assertThat(URI.create(address).getHost()).isEqualTo("127.0.0.1"));
    }
  }

  private static void signIn(Page page, RealNode node, String login, String password) {
    page.go(node.at("floor")).until("document.activeElement?.id === 'login'");
    page.type(login).press("Tab").type(password).press("Enter");
    page.until("document.querySelector('.queue h1')").settled();
  }

  /// A text that one chief proposes is in force on both nodes once the other has signed it.
  @Test
  void anAgreementIsProposedReadAndSigned() throws IOException {
    signIn(iran, nodeOfIran, RealNode.ADMIN, RealNode.PASSWORD);
    signIn(pakistan, nodeOfPakistan, RealNode.ADMIN, RealNode.PASSWORD);
    for (Page page : List.of(iran, pakistan)) {
      enrol(page, CHIEF, "Security chief", "dialog fieldset button:nth-child(6)");
    }
    pair(iran, nodeOfPakistan, ownFingerprint(pakistan));
    pair(pakistan, nodeOfIran, ownFingerprint(iran));
    signOut(iran);
    signOut(pakistan);
    signIn(iran, nodeOfIran, CHIEF, FIRST_PASSWORD);
    signIn(pakistan, nodeOfPakistan, CHIEF, FIRST_PASSWORD);

    agreeOnRules();

    toAgreements(iran);
    iran.tabTo(".page-head .first").press("Enter");
    iran.until("document.querySelector('#propose-title')").settled();
    iran.tabTo("#propose-title").type("Direct line");
    iran.tabTo("#propose-text").type("1. The desks answer day and night.\n۲. خط مستقیم").settled();
    iran.tabTo("dialog .first").press("Enter").until("!document.querySelector('dialog')");

    pakistan.until("document.querySelector('.rail .waiting')?.innerText === '1'");
    toAgreements(pakistan);
    pakistan.tabTo(".acts-us .act-name").press("Enter");
    pakistan.until("document.querySelector('.verdict')?.innerText.includes('the same')").settled();
    pakistan.tabTo("[data-offer=assent]").press("Enter");
    pakistan.until("document.querySelector('dialog[open]')").settled();
    pakistan.tabTo("dialog .tick input").press(" ").settled();
    pakistan.tabTo("dialog .first").press("Enter").until("!document.querySelector('dialog')");

    iran.until("document.querySelectorAll('.acts-force .act-name').length === 2").settled();
    iran.tabTo(".acts-force .act-name").press("Enter");
    for (Page page : List.of(iran, pakistan)) {
      page.until("document.querySelector('.standing .effective')");
      page.until("!document.querySelector('.standing').innerText.includes('Not final yet')");
      page.settled();
      assertThat(page.ask("document.querySelector('.tables').innerText").asText())
          .contains("ir.sarhad.example/officer/", "pk.sarhad.example/officer/")
          .doesNotContain("No signature");
    }
    assertThat(iran.ask("document.querySelector('.exactly pre').innerText"))
        .isEqualTo(pakistan.ask("document.querySelector('.exactly pre').innerText"));
    BrowserTest.screenshot(iran, "real-agreement-iran");
    BrowserTest.screenshot(pakistan, "real-agreement-pakistan");
  }

  /// Nothing is agreed on before there are rules: the chiefs sign those of the worked example, as a
  /// program of theirs would.
  private void agreeOnRules() throws IOException {
    var terms = Files.readString(BrowserTest.PROJECT.resolve("docs/scenarios/modalities-1.json"));
    var act =
        asked(iran, "'/acts', {kind: 'modalities', terms: %s}".formatted(terms))
            .at("/entries/0")
            .asText();
    var leaf = awaited(pakistan, "/acts/" + act, "true").at("/act/leaf").asText();
    asked(pakistan, "'/acts/%s/assents', {leaf: '%s'}".formatted(act, leaf));
    for (Page page : List.of(iran, pakistan)) {
      awaited(page, "/modalities", "it.inForce?.number === 1");
    }
  }

  /// What the node says at `path`, once it is there and `holds` of `it`.
  private static JsonNode awaited(Page page, String path, String holds) {
    return page.ask(
        """
        (async () => {
          for (let tries = 0; tries < 400; tries++) {
            const answer = await fetch('/api/v1%s');
            const it = await answer.json();
            if (answer.ok && %s) {
              return it;
            }
            await new Promise(done => setTimeout(done, 50));
          }
          throw new Error('never came true');
        })()
        """
            .formatted(path, holds));
  }

  private static JsonNode asked(Page page, String pathAndBody) {
    return page.ask(
        """
        (async (path, body) => {
          const {csrf} = await (await fetch('/api/v1/session')).json();
          const answer = await fetch('/api/v1' + path, {method: 'POST', body: JSON.stringify(body), headers: {
            'Content-Type': 'application/json', 'X-CSRF-Token': csrf, 'Idempotency-Key': crypto.randomUUID()}});
          return answer.json();
        })(%s)
        """
            .formatted(pathAndBody));
  }

  private static void toAgreements(Page page) {
    page.tabTo(".rail a[href*=agreements]").press("Enter");
    page.until("document.querySelector('.page-head .first')").settled();
  }

  private static void enrolWatchOfficer(Page page) {
    enrol(page, WATCH, "Watch desk", "dialog fieldset button");
  }

  private static void enrol(Page page, String login, String name, String role) {
    page.tabTo(".rail a[href*=admin]").press("Enter").until("document.querySelector('.page-head')");
    page.settled();
    page.tabTo(".page-head button.first")
        .press("Enter")
        .until("document.querySelector('#account-login')");
    page.tabTo("#account-login").type(login);
    page.tabTo("#account-name").type(name);
    page.tabTo(role).press("Enter");
    page.tabTo("#account-password").type(FIRST_PASSWORD).settled();
    page.press("Enter").until("!document.querySelector('dialog')").settled();
  }

  private static void openAccountMenu(Page page) {
    page.tabTo("tr:nth-child(2) .menu summary")
        .press("Enter")
        .until("document.querySelector('tr:nth-child(2) .menu[open]')");
  }

  /// The administrator gives the officer a second role.
  private static void makeDispatcherToo(Page page) {
    openAccountMenu(page);
    page.tabTo("tr:nth-child(2) .menu li:nth-child(1) button").press("Enter");
    page.until("document.querySelector('dialog fieldset')").settled();
    page.tabTo("dialog fieldset button:nth-child(2)").press("Enter").settled();
    page.tabTo("dialog .first").press("Enter").until("!document.querySelector('dialog')");
    page.until("document.querySelectorAll('tr:nth-child(2) td:nth-child(3) .tag').length === 2");
    page.settled();
  }

  /// The officer has lost the password; what they signed in with before is of no use any more.
  private static void resetPassword(Page page) {
    String key = "document.querySelector('tr:nth-child(2) td:nth-child(4)').innerText";
    String before = page.ask(key).asText();
    openAccountMenu(page);
    page.tabTo("tr:nth-child(2) .menu li:nth-child(2) button").press("Enter");
    page.until("document.querySelector('#reset-password')").settled();
    page.tabTo("#reset-password").type(WATCH_PASSWORD).settled();
    page.press("Enter").until("!document.querySelector('dialog')").settled();
    page.until(key + " !== " + Page.quoted(before)).settled();
  }

  /// The officer enters a unit, sends it on patrol, and shows it to the other side.
  private static void registerUnit(Page page) {
    page.tabTo(".rail a[href*=units]").press("Enter").until("document.querySelector('.registers')");
    page.settled();
    page.tabTo(".page-head .first")
        .press("Enter")
        .until("document.querySelector('#register-name')");
    page.settled();
    page.press(" ").until("!document.querySelector('#register-name').matches(':disabled')");
    page.settled();
    page.tabTo("#register-name").type("Mirjaveh 1");
    page.tabTo("#register-station").type("Mirjaveh").settled();
    page.tabTo("dialog .first").press("Enter").until("!document.querySelector('dialog')");
    page.until("document.querySelector('.registers tbody tr')").settled();
    page.tabTo(".registers .acts-of button").press("Enter");
    page.until("document.querySelector('dialog .statuses')").settled();
    page.tabTo("dialog .statuses button:nth-child(2)").press("Enter").settled();
    page.tabTo("dialog .first").press("Enter").until("!document.querySelector('dialog')");
    page.until("document.querySelector('.registers .status').innerText.includes('PAT')").settled();
    assertThat(page.ask("document.querySelector('.registers tbody').innerText").asText())
        .contains("Mirjaveh 1", "Internal", "no position");
    page.tabTo(".rail a[href*=floor]").press("Enter").until("document.querySelector('.queue h1')");
    page.settled();
  }

  private static String ownFingerprint(Page page) {
    page.tabTo(".rail a[href*=link]")
        .press("Enter")
        .until("document.querySelector('.fingerprint')");
    page.settled();
    return fingerprint(page, 0);
  }

  private static String fingerprint(Page page, int card) {
    return page.ask(
            "[...document.querySelectorAll('.fingerprint')][%d].innerText.trim().split(/\\s+/).join(' ')"
                .formatted(card))
        .asText();
  }

  /// `heard` is what the other administrator reads out over the telephone.
  private static void pair(Page page, RealNode other, String heard) {
    page.tabTo(".rail a[href*=link]")
        .press("Enter")
        .until("document.querySelector('#peer-address')");
    page.settled();
    page.tabTo("#peer-address").type(other.peerAddress()).settled().press("Enter");
    page.until("document.querySelector('#heard-fingerprint')").settled();
    assertThat(fingerprint(page, 1)).as("the card that answered").isEqualTo(heard);
    page.tabTo("#heard-fingerprint").type(heard).settled().press("Enter");
    page.until("!document.querySelector('#heard-fingerprint')").settled();
  }

  /// The administrator leaves the desk, the watch officer takes it, and the watch.
  private static void changeOver(Page page, RealNode node) {
    signOut(page);
    signIn(page, node, WATCH, WATCH_PASSWORD);
    page.until("document.querySelector('dialog.shift-card')").settled();
    page.tabTo("dialog .first").press("Enter").until("!document.querySelector('dialog')");
  }

  private static void signOut(Page page) {
    page.tabTo(".facts button.icon").press("Enter").until("document.querySelector('dialog')");
    page.settled();
    page.tabTo("dialog .sign-out").press("Enter").until("document.querySelector('#login')");
  }

  private static void raiseAlert(Page page) {
    page.press("n").until("document.activeElement?.value === 'internal'");
    page.press("ArrowDown").until("!document.querySelector('#alert-what').matches(':disabled')");
    page.settled();
    page.tabTo("#alert-what").type("Tanker on fire at the gate");
    page.tabTo("#alert-where").type("Taftan");
    page.tabTo("input[name=priority]").press("ArrowRight").settled();
    page.tabTo("dialog .first").press("Enter");
    page.until("location.hash.startsWith('#/incident/')");
    page.until("document.querySelector('.room-head h1')").settled();
  }

  /// Takes the three files that the shown command names, and runs the command without any node.
  private void proveToAStranger() throws Exception {
    var taken = Files.createDirectory(scratch.resolve("taken"));
    chromium.call(
        "",
        "Browser.setDownloadBehavior",
        Map.of(
            "behavior", "allow",
            "downloadPath", taken.toString(),
            "browserContextId", iran.context()));
    iran.tabTo(".moment .entry-name")
        .press("Enter")
        .until("document.querySelector('.command pre')");
    iran.settled();
    var command = iran.ask("document.querySelector('.command pre').innerText").asText().split(" ");
    for (int button = 1; button <= 3; button++) {
      iran.click(".takings > :nth-child(%d)".formatted(button));
    }
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (taken.toFile().list().length < 3 && System.nanoTime() < end) {
      Chromium.pause(Duration.ofMillis(100));
    }
    assertThat(taken).isDirectoryContaining(file -> file.toString().endsWith(".tlog-proof"));

    for (int word = 1; word < command.length; word++) {
      var file = taken.resolve(command[word]);
      command[word] = Files.exists(file) ? file.toString() : command[word];
    }
    var run =
        Sarhad.run(
            scratch,
            Duration.ofMinutes(1),
            List.of(command).subList(1, command.length).toArray(String[]::new));
    assertThat(run.exitCode()).as(run.output()).isZero();
  }

  /// Prints the alert, scans the codes from the picture of the paper, and checks what they say
  /// without any node; then with one word changed.
  private void checkThePaper() throws Exception {
    iran.tabTo("a[href*=paper]")
        .press("Enter")
        .until("document.querySelectorAll('.qr').length > 2");
    iran.settled().onPaper();
    BrowserTest.screenshot(iran, "real-nodes-paper");
    var scans = new ArrayList<String>();
    for (var picture : iran.pictures(".qr")) {
      scans.add(PaperScan.read(picture));
    }
    assertThat(scans.getFirst()).contains("Tanker on fire at the gate");
    assertThat(scans.getLast()).as("the keys").startsWith("log ");
    var policy = Files.writeString(scratch.resolve("scanned.policy"), scans.removeLast());

    var proven = verifyScanned("as-printed", scans, policy);
    assertThat(proven.exitCode()).as(proven.output()).isZero();
    assertThat(proven.output()).contains("The entry is number", "Tanker on fire at the gate");

    scans.replaceAll(scan -> scan.replace("Tanker on fire", "Tanker was safe"));
    var refused = verifyScanned("tampered", scans, policy);
    assertThat(refused.exitCode()).as(refused.output()).isEqualTo(1);
    assertThat(refused.output()).contains("the words are not those whose hash the entry names");
  }

  private Sarhad.Run verifyScanned(String name, List<String> scans, Path policy) throws Exception {
    var words = new ArrayList<>(List.of("verify", "--scanned"));
    for (int i = 0; i < scans.size(); i++) {
      var file = scratch.resolve("%s-%d.txt".formatted(name, i));
      words.add(Files.writeString(file, scans.get(i)).toString());
    }
    words.addAll(List.of("--policy", policy.toString()));
    return Sarhad.run(scratch, Duration.ofMinutes(1), words.toArray(String[]::new));
  }
}
