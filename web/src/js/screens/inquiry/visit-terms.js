import {html} from '../../../lib/lit-html/lit-html.js';
import {plainly} from '../../parts/terms.js';
import {atLength} from '../../parts/times.js';

/**
 * What was agreed of a joint visit, as lines of a list of pairs.
 * @param {import('../../app/view.js').View} view
 * @param {any} visit of the contract: `JointVisit`
 */
export function visitTerms(view, visit) {
  const {words} = view;
  return html`<div><dt>${words.text('visit.host')}</dt><dd>${view.nameOf(view.party(visit.host))}</dd></div>
    <div><dt>${words.text('visit.window')}</dt><dd>${words.rich('value.interval', {from: atLength(view, visit.from), to: atLength(view, visit.to)})}</dd></div>
    <div>
      <dt>${words.text('visit.experts')}</dt>
      <dd>
        ${visit.experts.map(
          (/** @type {any} */ line) => html`<p>
            ${words.rich('visit.expertsOf', {side: view.nameOf(view.party(line.party)), count: line.count, function: html`<span dir="auto">${plainly(line.function)}</span>`})}
          </p>`,
        )}
      </dd>
    </div>`;
}
