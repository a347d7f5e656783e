import {html} from '../../../lib/lit-html/lit-html.js';
import {notHere, refusal} from '../../parts/refusal.js';
import {side} from '../../parts/side.js';
import {onDay} from '../../parts/times.js';

/**
 * How each side answered in the last thirty days: the same lines for both, in the order of their names, no rate and no
 * rank. What is not proven is counted as that.
 *
 * @param {import('../../app/view.js').View} view
 */
export function tallies(view) {
  const {words} = view;
  const reading = view.feed.read('/information/tallies');
  /** @type {{from: string, to: string, items: import('../../app/types.js').InformationTally[]} | undefined} */
  const data = reading.data;
  if (!data) {
    return notHere(view, reading);
  }
  const {items} = data;
  const line = (/** @type {unknown} */ name, /** @type {(one: import('../../app/types.js').InformationTally) => number} */ of) =>
    html`<tr>
      <th scope="row">${name}</th>
      ${items.map((one) => html`<td class="figure">${words.number(of(one))}</td>`)}
    </tr>`;
  const group = (/** @type {string} */ title) =>
    html`<tr>
      <th class="of-group" scope="rowgroup" colspan=${items.length + 1}>${title}</th>
    </tr>`;
  const codes = (/** @type {'statuses' | 'replies' | 'grounds'} */ name) => Object.keys(items[0]?.[name] ?? {});
  return html`${refusal(view, reading.refused)}
    <section class="panel">
      <header>
        <h2 id="tallies">${words.text('tallies.title')}</h2>
        <span class="push quiet">${onDay(view, data.from)} <bdi>–</bdi> ${onDay(view, data.to)}</span>
      </header>
      <div class="body scroll" tabindex="0" role="region" aria-labelledby="tallies">
        <table class="tallies">
          <thead>
            <tr>
              <td></td>
              ${items.map((one) => html`<th scope="col">${side(view, one.party)} ${view.nameOf(view.party(one.party))}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${line(words.text('tallies.asked'), (one) => one.asked)} ${line(words.text('tallies.urgent'), (one) => one.urgent)}
            ${line(words.text('tallies.deferred'), (one) => one.deferred)}
          </tbody>
          <tbody>
            ${group(words.text('tallies.statuses'))}
            ${codes('statuses').map((code) => line(words.of('informationStatus', code), (one) => one.statuses[code]))}
          </tbody>
          <tbody>
            ${group(words.text('tallies.replies'))}
            ${codes('replies').map((code) => line(words.of('informationReply', code), (one) => one.replies[code]))}
          </tbody>
          <tbody>
            ${group(words.text('tallies.grounds'))}
            ${codes('grounds').map((code) => line(words.of('informationGround', code), (one) => one.grounds[code]))}
          </tbody>
        </table>
      </div>
      <p class="hint body">${words.text('tallies.means')}</p>
    </section>`;
}
