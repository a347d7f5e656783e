import {html} from '../../lib/lit-html/lit-html.js';
import {onDay} from './times.js';

/**
 * Who stands for a head, each signer once with all the algorithms they signed with: the log itself, then the others.
 *
 * @param {import('../app/view.js').View} view
 * @param {string} origin of the log
 * @param {import('../app/types.js').Cosignature[]} cosignatures
 */
export function signers(view, origin, cosignatures) {
  const {words} = view;
  const names = [...new Set(cosignatures.map((cosignature) => cosignature.name))];
  names.sort((a, b) => Number(b === origin) - Number(a === origin));
  return names.map((name) => {
    const lines = cosignatures.filter((cosignature) => cosignature.name === name);
    const [newest] = lines;
    return html`<div>
      <dt>${words.text(name === origin ? 'heads.ownSigned' : 'heads.cosigned')}</dt>
      <dd>
        <bdi class="code">${name}</bdi>
        <span class="quiet">${words.text('heads.upTo', {size: newest.size})} ${onDay(view, newest.at)}</span>
        <bdi class="code quiet small">${lines.map((line) => line.algorithm).join(' + ')}</bdi>
      </dd>
    </div>`;
  });
}
