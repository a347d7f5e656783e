import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {freeSeats} from '../../app/agreements.js';
import {kindOf, titleOf} from '../../parts/act.js';
import {dialog} from '../../parts/dialog.js';
import {field} from '../../parts/field.js';
import {form} from '../../parts/form.js';
import {leafInGroups} from '../../parts/leaf.js';
import {capacityField, capacityIn, signedAs} from './capacity.js';

/**
 * Signing. Each dialog says what the signature means before it can be given, and shows once more which bytes it is for:
 * what is sent names the leaf hash that was on the screen, so the node cannot put another text under it.
 */

/** What each signature means, line by line. */
const MEANS = {
  assent: ['bound', 'forGood', 'told'],
  'refuse-act': ['ends', 'forGood'],
  'take-back': ['until', 'stands', 'forGood'],
};

/**
 * Opens one of the dialogs about an act.
 * @param {import('../../app/view.js').View} view
 * @param {keyof typeof MEANS} name
 * @param {import('../../app/types.js').Act} act
 * @param {(view: import('../../app/view.js').View) => unknown} [more] what else is to be before the eyes of who signs
 */
export function openAct(view, name, act, more) {
  const fresh = view.draft(name).about?.act !== act.act;
  view.act.open(name, {about: act, more, refused: undefined, ...(fresh ? {read: false, reason: '', capacity: undefined} : {})});
}

/** @param {import('../../app/view.js').View} view */
export function assentDialog(view) {
  const {words, act} = view;
  const draft = view.draft('assent');
  /** @type {import('../../app/types.js').Act} */
  const about = draft.about;
  const seats = about.sides.filter((one) => one.party === view.ours.id).flatMap(freeSeats);
  return signing(view, 'assent', {
    path: 'assents',
    said: 'said.assented',
    roles: seats.map(([role]) => role),
    ready: Boolean(draft.read),
    body: {},
    fields: html`<label class="tick">
      <input type="checkbox" required .checked=${Boolean(draft.read)} @change=${(/** @type {any} */ event) => act.edit('assent', {read: event.target.checked})} />
      <span>${words.rich('assent.read', {act: html`<bdi class="code">${about.act}</bdi>`})}</span>
    </label>`,
  });
}

/** @param {import('../../app/view.js').View} view */
export function refuseDialog(view) {
  return reasoned(view, 'refuse-act', {path: 'refusals', said: 'said.actRefused'});
}

/** @param {import('../../app/view.js').View} view */
export function takeBackDialog(view) {
  return reasoned(view, 'take-back', {path: 'withdrawals', said: 'said.actTakenBack'});
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {'refuse-act' | 'take-back'} name
 * @param {{path: string, said: string}} sent
 */
function reasoned(view, name, {path, said}) {
  const draft = view.draft(name);
  const ours = draft.about.sides.filter((/** @type {import('../../app/types.js').ActSide} */ one) => one.party === view.ours.id);
  return signing(view, name, {
    path,
    said,
    roles: ours.flatMap((/** @type {import('../../app/types.js').ActSide} */ one) => Object.keys(one.seats)),
    ready: Boolean(draft.reason?.trim()),
    body: {reason: draft.reason?.trim()},
    fields: field(view, name, {
      name: 'reason',
      label: view.words.text('signAct.reason'),
      hint: view.words.rich('signAct.reasonHint', {side: view.nameOf(view.peer)}),
      kind: 'area',
      required: true,
      maxlength: 500,
    }),
  });
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {keyof typeof MEANS} name
 * @param {{path: string, said: string, roles: string[], ready: boolean, body: object, fields: unknown}} content
 */
function signing(view, name, {path, said, roles, ready, body, fields}) {
  const {words, act} = view;
  const draft = view.draft(name);
  /** @type {import('../../app/types.js').Act} */
  const about = draft.about;
  const title = titleOf(about, words.language);
  const {able, as} = capacityIn(view, name, roles, about.kind);
  const side = view.nameOf(view.peer);
  return dialog(view, {
    title: html`${words.text(`signAct.${name}.title`)} <bdi class="code quiet">${about.act}</bdi>`,
    body: form(view, name, {
      ready: ready && Boolean(as),
      button: words.text(`signAct.${name}.send`),
      send: () =>
        act.send(name, {
          path: `/acts/${about.act}/${path}`,
          body: {leaf: about.leaf, ...body, ...signedAs(as)},
          said,
        }),
      fields: html`
        <p><b>${kindOf(view, about.kind)}</b> ${title ? html`<span dir="auto">${title}</span>` : nothing}</p>
        ${draft.more?.(view) ?? nothing}
        <ul class="consequences">
          ${MEANS[name].map((what) => html`<li>${words.rich(`signAct.${name}.means.${what}`, {side})}</li>`)}
        </ul>
        <div>
          <p class="label">${words.text('entry.leaf')}</p>
          ${leafInGroups(view, about.leaf)}
        </div>
        ${capacityField(view, name, able)} ${fields}
      `,
    }),
  });
}
