import {html} from '../../lib/lit-html/lit-html.js';
import {withWords} from '../parts/codes.js';
import {dialog} from '../parts/dialog.js';
import {field} from '../parts/field.js';
import {form} from '../parts/form.js';
import {toggles} from '../parts/toggles.js';

/** Kinds of help, as unit types. */
const KINDS = ['patrol', 'quick_reaction', 'ambulance', 'fire', 'rescue', 'customs', 'engineer', 'air'];

/**
 * Asking the other side for help. It is released at once and theirs to answer.
 * @param {import('../app/view.js').View} view
 */
export function assistDialog(view) {
  const {words} = view;
  const side = view.nameOf(view.peer);
  return helping(view, 'assist', {
    path: 'assistance',
    title: words.rich('assist.title', {side}),
    means: words.rich('assist.means', {side}),
    what: words.text('assist.what'),
    button: words.rich('assist.send', {side}),
  });
}

/**
 * Offering help that was not asked for. It is theirs to take or not.
 * @param {import('../app/view.js').View} view
 */
export function offerHelpDialog(view) {
  const {words} = view;
  const side = view.nameOf(view.peer);
  return helping(view, 'offer-help', {
    path: 'offers',
    title: words.rich('offerHelp.title', {side}),
    means: words.rich('offerHelp.means', {side}),
    what: words.text('offerHelp.what'),
    button: words.rich('offerHelp.send', {side}),
  });
}

/**
 * @param {import('../app/view.js').View} view
 * @param {string} name of the draft
 * @param {{path: string, title: unknown, means: unknown, what: string, button: unknown}} wanted what it begins in an incident
 */
function helping(view, name, {path, title, means, what, button}) {
  const {words, act} = view;
  const draft = view.draft(name);
  return dialog(view, {
    title,
    body: form(view, name, {
      ready: Boolean(draft.what?.trim()),
      button,
      send: () =>
        act.send(name, {
          path: `/incidents/${encodeURIComponent(draft.incident)}/${path}`,
          body: {
            what: draft.what.trim(),
            language: words.language,
            ...(draft.types?.length ? {types: draft.types} : {}),
            ...(draft.where?.trim() ? {where: {label: draft.where.trim()}} : {}),
          },
          said: 'said.released',
        }),
      fields: html`
        <p class="hint">${means}</p>
        ${field(view, name, {name: 'what', label: what, kind: 'area', required: true, maxlength: 2000})}
        ${toggles(view, name, {name: 'types', label: words.text('assist.types'), options: withWords(view, 'unitType', KINDS)})}
        ${field(view, name, {name: 'where', label: words.text('assist.where'), maxlength: 200})}
      `,
    }),
  });
}
