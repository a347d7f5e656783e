import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {dialog} from '../../parts/dialog.js';
import {form} from '../../parts/form.js';
import {until} from '../../parts/until.js';
import {capacityField, capacityIn, signedAs} from './capacity.js';

/** Announced ends that are offered, in hours. */
export const EXPIRIES = [1, 6, 24, 72, 240];

/**
 * The proposal of an act of any kind: what the signature means, the terms in the fields of their kind, and in which role
 * one signs. What it answers or is to take the place of stands in the draft as `counters` and `supersedes`, an announced
 * end as `expires`.
 *
 * @param {import('../../app/view.js').View} view
 * @param {string} name of the dialog and its draft
 * @param {object} content
 * @param {string} content.kind
 * @param {string[]} content.roles in which such an act is signed
 * @param {unknown} content.title
 * @param {unknown} [content.means] more about what it means, as items of a list
 * @param {boolean} content.ready
 * @param {unknown} content.fields
 * @param {() => object | undefined} content.terms made when it is sent
 * @param {() => string | undefined} [content.expires] made when it is sent; if left out, what is chosen in a field
 * @param {string} [content.said] key of what to say when it is signed
 */
export function proposing(view, name, {kind, roles, title, means, ready, fields, terms, expires, said = 'said.proposed'}) {
  const {words, act} = view;
  const draft = view.draft(name);
  const {able, as} = capacityIn(view, name, roles, kind);
  const side = view.nameOf(view.peer);
  const about = draft.counters ? 'counters' : draft.supersedes ? 'supersedes' : 'new';
  const send = () => {
    const end = expires ? expires() : draft.expires;
    act.send(name, {
      path: '/acts',
      body: {
        kind,
        terms: terms(),
        ...(end ? {expires: end} : {}),
        ...(draft.counters ? {counters: shown(draft.counters)} : {}),
        ...(draft.supersedes ? {supersedes: shown(draft.supersedes)} : {}),
        ...signedAs(as),
      },
      said,
    });
  };
  return dialog(view, {
    wide: true,
    title,
    body: form(view, name, {
      ready: ready && Boolean(as),
      button: words.rich('propose.send', {side}),
      send,
      fields: html`
        <ul class="consequences">
          ${['signed', 'binds', 'forGood'].map((what) => html`<li>${words.rich(`propose.means.${what}`, {side})}</li>`)}
          ${about === 'new'
            ? nothing
            : html`<li>${words.rich(`propose.means.${about}`, {act: html`<bdi class="code">${draft[about].act}</bdi>`})}</li>`}
          ${means ?? nothing}
        </ul>
        ${fields} ${expires ? nothing : expiryField(view, name)} ${capacityField(view, name, able)}
      `,
    }),
  });
}

/**
 * When it is taken back by itself.
 * @param {import('../../app/view.js').View} view
 * @param {string} name of the draft
 */
function expiryField(view, name) {
  const {words} = view;
  return html`<div class="field">
    ${until(view, name, {
      name: 'expires',
      label: words.text('propose.expires'),
      hint: words.text('propose.expiresHint'),
      none: words.text('propose.noExpiry'),
      hours: EXPIRIES,
    })}
  </div>`;
}

/**
 * An act as it was shown.
 * @param {import('../../app/types.js').Act} act
 */
const shown = ({act, leaf}) => ({act, leaf});
