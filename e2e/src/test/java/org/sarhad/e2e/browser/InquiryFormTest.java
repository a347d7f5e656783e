package org.sarhad.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.sarhad.core.act.ActKind;
import org.sarhad.core.entry.EntryLimits;
import org.sarhad.core.entry.Kind;
import org.sarhad.core.inquiry.InquiryActKind;
import org.sarhad.core.inquiry.InquiryTerms;
import org.sarhad.core.joint.Statement;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.tlog.Bytes;

/// The forms of an inquiry, filled as somebody at a desk fills them.
abstract class InquiryFormTest extends BrowserTest {
  /// The matter that went all the way to a joint finding, in the console and as the protocol names
  /// it.
  static final String JOINT = "inquiry/pk/216";

  static final String MATTER = "pk.sarhad.example/joint#216";

  /// Opens a form at our desk, in English.
  void open(String place, String button) {
    visit("inquiry", place);
    press(button);
  }

  /// The same at any desk, in any language.
  void open(String scene, String language, String place, String button) {
    visit(scene, place);
    prefer(language, "dark");
    press(button);
  }

  private void press(String button) {
    page.until("document.querySelector(%s)".formatted(Page.quoted(button)));
    page.click(button).until("document.querySelector('dialog[open]')");
    page.settled();
  }

  void fill(String id, String text) {
    page.ask("document.querySelector('#%s').focus(), 0".formatted(id));
    page.ask("document.querySelector('#%s').select?.(), 0".formatted(id));
    page.type(text);
    page.settled();
  }

  void choose(String id, String value) {
    page.ask(
        "(() => { const e = document.querySelector('#%s'); e.value = '%s'; e.dispatchEvent(new Event('change', {bubbles: true})); return 0; })()"
            .formatted(id, value));
    page.settled();
  }

  /// Takes a file that says `text` from the desk.
  void take(String id, String text) {
    page.ask(
        "(() => { const e = document.querySelector('#%s'); const d = new DataTransfer(); d.items.add(new File(['%s'], 'a.bin')); e.files = d.files; e.dispatchEvent(new Event('change', {bubbles: true})); return 0; })()"
            .formatted(id, text));
  }

  boolean isReady() {
    return !page.ask("document.querySelector('dialog .first').disabled").asBoolean();
  }

  /// Sends what the form says, and holds it to the core: of a body that no node can read, nothing
  /// follows for a form.
  ///
  /// @return the body of the request
  JsonNode send() {
    page.until("!document.querySelector('dialog .first').disabled");
    page.click("dialog .first").until("!document.querySelector('dialog[open]')");
    var write = node.writes().getLast();
    JsonNode sent = json(write.body());
    try {
      requireReadable(write.path(), sent);
    } catch (MalformedJsonException e) {
      throw new AssertionError(sent.toString(), e);
    }
    return sent;
  }

  private static void requireReadable(String path, JsonNode sent) throws MalformedJsonException {
    String kind = sent.path("kind").asText();
    if (path.equals("/statements")) {
      assertThat(Statement.parse(Kind.of(kind), object(sent.path("body")))).as(kind).isPresent();
    } else if (path.equals("/acts")) {
      Optional<InquiryActKind> known = InquiryActKind.find(new ActKind(kind));
      assertThat(known).as(kind).isPresent();
      InquiryTerms.fromJson(known.orElseThrow(), object(sent.path("terms")));
    }
  }

  private static Json.Obj object(JsonNode value) throws MalformedJsonException {
    return (Json.Obj) Json.parse(Bytes.ofUtf8(value.toString()), EntryLimits.PAYLOAD);
  }

  /// How many elements `selector` finds.
  int count(String selector) {
    return page.ask("document.querySelectorAll(%s).length".formatted(Page.quoted(selector)))
        .asInt();
  }
}
