package org.sarhad.e2e.browser;

import com.fasterxml.jackson.databind.JsonNode;

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

  /// Sends what the form says.
  ///
  /// @return the body of the request
  JsonNode send() {
    page.until("!document.querySelector('dialog .first').disabled");
    page.click("dialog .first").until("!document.querySelector('dialog[open]')");
    return json(node.writes().getLast().body());
  }

  /// How many elements `selector` finds.
  int count(String selector) {
    return page.ask("document.querySelectorAll(%s).length".formatted(Page.quoted(selector)))
        .asInt();
  }
}
