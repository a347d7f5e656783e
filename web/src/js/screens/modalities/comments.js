import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {LANGUAGES} from '../../i18n/languages.js';
import {dialog} from '../../parts/dialog.js';
import {choice, field} from '../../parts/field.js';
import {form} from '../../parts/form.js';
import {side} from '../../parts/side.js';
import {plainly} from '../../parts/terms.js';
import {atLength} from '../../parts/times.js';
import {toEntry} from '../../app/route.js';
import {pathOf, roleFor} from './rules.js';

/** Remarks on clauses: they bind nobody, and both sides read them. */

const MOST = 200;

/**
 * What was remarked on a document, by clause.
 * @param {import('../../app/view.js').View} view
 * @param {string} act
 * @returns {{items: any[], next?: string}}
 */
export function remarksOn(view, act) {
  return view.feed.read(`${pathOf(act.split('/'))}/comments?limit=${MOST}`).data ?? {items: []};
}

/**
 * The remarks on one clause, and the way to make one while the document is open.
 *
 * @param {import('../../app/view.js').View} view
 * @param {import('./rules.js').Detail} detail
 * @param {import('./rules.js').Clause} clause
 * @param {any[]} remarks
 */
export function remarksOnClause(view, {line, id}, {number}, remarks) {
  const {words} = view;
  const said = remarks.filter((one) => one.clause === number);
  const open = line.stage === 'offered' && view.may(...roles(view));
  return said.length || open
    ? html`<div class="remarks">
        ${said.length
          ? html`<ul>
              ${said.map((one) => remark(view, one))}
            </ul>`
          : nothing}
        ${open
          ? html`<button
              class="small"
              aria-label=${words.text('remark.dialog', {number})}
              @click=${() => view.act.open('remark', {about: {act: id, name: line.act, clause: number}, refused: undefined})}
            >
              ${words.text('remark.write')}
            </button>`
          : nothing}
      </div>`
    : nothing;
}

/**
 * Whose officers may remark: as agreed, or as it is initially.
 * @param {import('../../app/view.js').View} view
 * @returns {string[]}
 */
const roles = (view) => roleFor(view, 'comment') ?? [];

/**
 * @param {import('../../app/view.js').View} view
 * @param {any} one
 */
function remark(view, {by, at, text, language, entry}) {
  return html`<li>
    <p class="row small">
      ${side(view, by.party)} <span class="quiet">${atLength(view, at)}</span>
      <a class="push" href=${toEntry(entry)}><bdi class="code">${entry}</bdi></a>
    </p>
    <blockquote dir="auto" lang=${language}>${plainly(text)}</blockquote>
  </li>`;
}

/** @param {import('../../app/view.js').View} view */
export function remarkDialog(view) {
  const {words} = view;
  const draft = view.draft('remark');
  const {about} = draft;
  const language = draft.language ?? words.language;
  return dialog(view, {
    title: words.rich('remark.dialog', {number: about.clause}),
    body: form(view, 'remark', {
      ready: Boolean(draft.text?.trim()),
      button: words.text('remark.send'),
      send: () =>
        view.act.send('remark', {
          path: '/statements',
          body: {
            kind: 'modalities.commented',
            body: {act: about.act, clause: about.clause, language, text: draft.text.trim()},
          },
          said: 'said.remarked',
        }),
      fields: html`
        <p class="hint">${words.rich('remark.means', {side: view.nameOf(view.peer)})}</p>
        ${field(view, 'remark', {name: 'text', label: words.text('remark.text'), kind: 'area', required: true, maxlength: 2000})}
        ${choice(view, 'remark', {
          name: 'language',
          label: words.text('remark.language'),
          options: ordered(words.language).map((tag) => [tag, LANGUAGES[tag].own]),
        })}
      `,
    }),
  });
}

/**
 * The officer's language first.
 * @param {import('../../i18n/languages.js').Language} first
 */
function ordered(first) {
  const all = /** @type {import('../../i18n/languages.js').Language[]} */ (Object.keys(LANGUAGES));
  return [first, ...all.filter((tag) => tag !== first)];
}
