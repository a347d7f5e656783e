import {html} from '../../../lib/lit-html/lit-html.js';
import {toEntry} from '../../app/route.js';
import {icon} from '../../parts/icon.js';
import {atAllWalls} from '../../parts/times.js';

/** Small things that several pages of the desk show in the same way. */

/** What goes with the word for a standing, so that none is told by its colour. */
const SIGNS = /** @type {const} */ ({
  refused: ['alarm', 'cut'],
  held: ['warn', 'hold'],
  not_screened: ['dashed', 'search'],
  screen_again: ['warn dashed', 'history'],
  list_stale: ['dashed', 'clock'],
  good: ['good', 'check'],
});

/**
 * How a side stands to a party, in a word.
 * @param {import('../../app/view.js').View} view
 * @param {keyof typeof SIGNS} standing
 */
export function standing({words}, standing) {
  const [tone, sign] = SIGNS[standing] ?? ['', 'help'];
  return html`<span class="tag ${tone}">${icon(sign)} ${words.of('screeningStanding', standing)}</span>`;
}

/**
 * Whether one officer has signed a decision, or two.
 * @param {import('../../app/view.js').View} view
 * @param {1 | 2} count
 */
export function eyes({words}, count) {
  return html`<span class="eyes" role="img" aria-label=${words.text('screeningDesk.eyes', {count})}><i></i><i class=${count === 2 ? '' : 'open'}></i></span>`;
}

/**
 * When something was said, and where it stands in the record.
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').SaidBetween} said
 */
export function where(view, said) {
  return html`<span class="where quiet small"
    >${view.clocks.date(Date.parse(said.at), {zone: view.ours.zone, label: ''})} · ${atAllWalls(view, said.at)} ·
    <bdi class=${said.by.name ? '' : 'code'}>${nameOf(said)}</bdi> · <a class="code" href=${toEntry(said.entry)}><bdi>${said.entry}</bdi></a></span
  >`;
}

/**
 * An officer, as colleagues call the desk, or by the end of the key's name.
 * @param {import('../../app/types.js').SaidBetween} said
 */
export const nameOf = ({by}) => by.name ?? by.officer?.replace(/^.*\//, '') ?? by.party;

/**
 * What a decision rests on.
 * @param {import('../../app/view.js').View} view
 * @param {any} grounds of an entry
 */
export function restsOn({words}, grounds) {
  return html`<dl class="rests">
    <div>
      <dt>${words.text('screeningDesk.lists')}</dt>
      <dd>
        ${Object.entries(grounds.lists).map(
          ([source, hash]) => html`<span class="row"><b>${words.of('listSource', source)}</b> <bdi class="code quiet" title=${hash}>${String(hash).slice(0, 12)}…</bdi></span>`,
        )}
      </dd>
    </div>
    <div>
      <dt>${words.text('screeningDesk.threshold')}</dt>
      <dd>${words.text('screeningDesk.ofThousand', {score: grounds.threshold})}</dd>
    </div>
    <div>
      <dt>${words.text('screeningDesk.edition')}</dt>
      <dd>${words.number(grounds.edition)}</dd>
    </div>
  </dl>`;
}

/**
 * A part of a whole as a bar, for the eye; the figures stand beside it.
 * @param {number} used
 * @param {number} whole
 */
export function quotaBar(used, whole) {
  const part = whole ? Math.min(100, (used / whole) * 100) : 0;
  return html`<svg class="quota" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
    <rect class="whole" width="100" height="6"></rect>
    <rect class="used" width=${part} height="6"></rect>
  </svg>`;
}
