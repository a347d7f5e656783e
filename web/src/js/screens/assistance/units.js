import {html} from '../../../lib/lit-html/lit-html.js';
import {toggles} from '../../parts/toggles.js';

/**
 * Own units to choose from: those the other side has been shown, for no other can be promised.
 * @param {import('../../app/view.js').View} view
 * @param {string} draft
 */
export function ownUnits(view, draft) {
  const {words} = view;
  /** @type {import('../../app/types.js').Unit[]} */
  const all = view.feed.read('/units').data?.items ?? [];
  const shown = all.filter((unit) => unit.party === view.ours.id && unit.audience === 'release');
  return shown.length
    ? toggles(view, draft, {
        name: 'units',
        label: words.text('answer.units'),
        options: shown.map((unit) => [unit.id, `${unit.name} · ${words.of('unitStatus', unit.status)}`]),
      })
    : html`<p class="hint">${words.text('helpForm.noUnits')}</p>`;
}
