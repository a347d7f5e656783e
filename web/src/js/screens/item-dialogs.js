import {html} from '../../lib/lit-html/lit-html.js';
import {LANGUAGES} from '../i18n/languages.js';
import {dialog} from '../parts/dialog.js';
import {choice, field} from '../parts/field.js';
import {form} from '../parts/form.js';

/**
 * What can be put beside an item of the room. The item itself never changes: a correction, a withdrawal or a translation
 * is a new entry that names it.
 */

/** @param {import('../app/view.js').View} view */
export function correctDialog(view) {
  const {words} = view;
  const {text, reason} = view.draft('correct');
  return itemDialog(view, 'correct', {
    step: 'correction',
    ready: Boolean(text?.trim() && reason?.trim()),
    body: () => ({text: text.trim(), reason: reason.trim()}),
    fields: html`
      ${field(view, 'correct', {name: 'text', label: words.text('correct.text'), kind: 'area', required: true, maxlength: 8000})}
      ${field(view, 'correct', {name: 'reason', label: words.text('correct.reason'), required: true, maxlength: 4000})}
    `,
  });
}

/** @param {import('../app/view.js').View} view */
export function withdrawDialog(view) {
  const {words} = view;
  const {reason} = view.draft('withdraw');
  return itemDialog(view, 'withdraw', {
    step: 'withdrawal',
    ready: Boolean(reason?.trim()),
    body: () => ({reason: reason.trim()}),
    fields: field(view, 'withdraw', {name: 'reason', label: words.text('withdraw.reason'), kind: 'area', required: true, maxlength: 4000}),
  });
}

/**
 * An official translation, signed by whoever translated; never made by a machine, never in the original's place.
 * @param {import('../app/view.js').View} view
 */
export function translateDialog(view) {
  const {words} = view;
  const {text, into = words.language} = view.draft('translate');
  return itemDialog(view, 'translate', {
    step: 'translation',
    ready: Boolean(text?.trim()),
    body: () => ({text: text.trim(), language: into}),
    fields: html`
      ${choice(view, 'translate', {
        name: 'into',
        label: words.text('translate.into'),
        options: Object.entries(LANGUAGES).map(([tag, language]) => [tag, language.own]),
      })}
      ${field(view, 'translate', {name: 'text', label: words.text('translate.text'), kind: 'area', required: true, maxlength: 8000})}
    `,
  });
}

/**
 * Confirming, or denying, a call that the other side put on record.
 * @param {import('../app/view.js').View} view
 */
export function hotlineAnswerDialog(view) {
  const {words, act} = view;
  const draft = view.draft('hotline-answer');
  return dialog(view, {
    title: words.text('hotlineAnswer.title'),
    body: form(view, 'hotline-answer', {
      button: words.text('hotlineAnswer.send'),
      send: () =>
        act.send('hotline-answer', {
          path: `/incidents/${encodeURIComponent(draft.incident)}/hotline/${encodeURIComponent(draft.hotline)}/answer`,
          body: {
            agrees: (draft.agrees ?? 'yes') === 'yes',
            language: words.language,
            ...(draft.text?.trim() ? {text: draft.text.trim()} : {}),
          },
          said: 'said.released',
        }),
      fields: html`
        ${choice(view, 'hotline-answer', {
          name: 'agrees',
          label: words.text('hotlineAnswer.agrees'),
          options: [
            ['yes', words.text('hotlineAnswer.yes')],
            ['no', words.text('hotlineAnswer.no')],
          ],
        })}
        ${field(view, 'hotline-answer', {name: 'text', label: words.text('hotlineAnswer.text'), kind: 'area', maxlength: 4000})}
      `,
    }),
  });
}

/**
 * @param {import('../app/view.js').View} view
 * @param {'correct' | 'withdraw' | 'translate'} name
 * @param {{step: string, ready: boolean, body: () => object, fields: unknown}} content
 */
function itemDialog(view, name, {step, ready, body, fields}) {
  const {words, act} = view;
  const draft = view.draft(name);
  return dialog(view, {
    title: words.text(`${name}.title`),
    body: form(view, name, {
      ready,
      button: words.text(`${name}.send`),
      send: () =>
        act.send(name, {
          path: `/incidents/${encodeURIComponent(draft.incident)}/items/${draft.entry}/${step}`,
          body: {language: words.language, ...body()},
          said: 'said.beside',
        }),
      fields: html`
        <p class="hint">${words.text(`${name}.means`)}</p>
        ${fields}
      `,
    }),
  });
}
