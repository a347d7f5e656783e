import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {toAct} from '../../app/route.js';
import {icon} from '../../parts/icon.js';

/**
 * Stage of an act, and the way to its signatures.
 * @param {import('../../app/view.js').View} view
 * @param {any} act
 */
export function actLine({words}, act) {
  return html`<span class="tag stage ${act.stage}">${words.of('actStage', act.stage)}</span>
    ${act.isFinal ? nothing : html`<span class="tag dashed">${words.text('agreements.notFinal')}</span>`}
    <a class="to-act push" href=${toAct(act.act)}>${words.text('together.sign')} <bdi class="code">${act.act}</bdi> ${icon('onward')}</a>`;
}
