import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {capacities, freeSeats} from '../../app/agreements.js';
import {kindOf, titleOf} from '../../parts/act.js';
import {dialog} from '../../parts/dialog.js';
import {choice, field} from '../../parts/field.js';
import {form} from '../../parts/form.js';
import {leafInGroups} from '../../parts/leaf.js';

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
 * Opens one of the dialogs about the act on the screen.
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
  const able = capacities(view, roles, about.kind);
  const as = chosenCapacity(draft, able);
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

// ---- in whose name ------------------------------------------------------------------------------

/**
 * In which role one signs, and who lent it; a choice only where there is one.
 *
 * @param {import('../../app/view.js').View} view
 * @param {string} draft
 * @param {import('../../app/agreements.js').Capacity[]} able
 */
export function capacityField(view, draft, able) {
  const {words} = view;
  if (able.length > 1) {
    return choice(view, draft, {
      name: 'capacity',
      label: words.text('signAct.as'),
      options: able.map((one) => [keyOf(one), one.from ? words.text('signAct.lent', lentWords(view, one)) : words.of('role', one.role)]),
    });
  }
  const [one] = able;
  return one
    ? html`<p class="capacity">
        <span class="label">${words.text('signAct.as')}</span>
        <b>${one.from ? words.rich('signAct.lent', lentWords(view, one)) : words.of('role', one.role)}</b>
      </p>`
    : html`<p class="refusal">${words.text('refusal.act.role_missing')}</p>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/agreements.js').Capacity} one
 */
function lentWords({words}, {role, delegation = '', from}) {
  return {role: words.of('role', role), officer: from?.name ?? from?.officer ?? '', entry: delegation};
}

/**
 * What tells one capacity from another.
 * @param {import('../../app/agreements.js').Capacity} one
 */
const keyOf = ({role, delegation = ''}) => `${role} ${delegation}`;

/**
 * The capacity that was chosen, or the first.
 * @param {Record<string, any>} draft
 * @param {import('../../app/agreements.js').Capacity[]} able
 */
export function chosenCapacity(draft, able) {
  return able.find((one) => keyOf(one) === draft.capacity) ?? able[0];
}

/**
 * The capacity as the node is told it.
 * @param {import('../../app/agreements.js').Capacity | undefined} one
 */
export function signedAs(one) {
  return one ? {as: one.role, ...(one.delegation ? {delegation: one.delegation} : {})} : {};
}
