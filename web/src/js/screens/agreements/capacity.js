import {html} from '../../../lib/lit-html/lit-html.js';
import {capacities} from '../../app/agreements.js';
import {choice} from '../../parts/field.js';

/**
 * The capacities in which this officer may sign a kind of act, and the one that is chosen in a draft.
 *
 * @param {import('../../app/view.js').View} view
 * @param {string} draft
 * @param {string[]} roles
 * @param {string} kind
 * @returns {{able: import('../../app/agreements.js').Capacity[], as: import('../../app/agreements.js').Capacity | undefined}}
 */
export function capacityIn(view, draft, roles, kind) {
  const able = capacities(view, roles, kind);
  return {able, as: able.find((one) => keyOf(one) === view.draft(draft).capacity) ?? able[0]};
}

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

/** @param {import('../../app/agreements.js').Capacity} one */
const keyOf = ({role, delegation = ''}) => `${role} ${delegation}`;

/** @param {import('../../app/agreements.js').Capacity | undefined} one */
export function signedAs(one) {
  return one ? {as: one.role, ...(one.delegation ? {delegation: one.delegation} : {})} : {};
}
