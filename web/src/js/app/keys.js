/**
 * Single keys for the acts of a watch. They work when no field has the focus, can be changed by the officer, and can be
 * switched off (WCAG 2.1.4): a key that is empty does nothing.
 */

/** Act to key, as shipped. */
export const KEYS = Object.freeze({
  alert: 'n',
  acknowledge: 'a',
  task: 't',
  assist: 'r',
  handover: 'h',
  next: 'j',
  previous: 'k',
  find: '/',
  deadline: '.',
  help: '?',
});

/**
 * The act that a key press asks for, if any. Typing in a field asks for nothing, nor does a chord with a modifier, nor
 * anything while a dialog is open.
 *
 * @param {KeyboardEvent} event
 * @param {Record<string, string>} keys act to key
 * @returns {string | undefined}
 */
export function actFor(event, keys) {
  const target = /** @type {HTMLElement} */ (event.composedPath()[0]);
  const typing = target.closest?.('input, select, textarea, [contenteditable], dialog');
  if (typing || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) {
    return undefined;
  }
  const pressed = event.key.toLowerCase();
  return Object.keys(keys).find((act) => keys[act] === pressed || keys[act] === latinKey(event));
}

/**
 * The letter printed on a Latin keyboard at the pressed place, so that `N` works under a Persian or Urdu layout too.
 * @param {KeyboardEvent} event
 */
function latinKey(event) {
  return /^Key[A-Z]$/.test(event.code) && !/^[a-z]$/i.test(event.key) ? event.code.slice(3).toLowerCase() : null;
}
