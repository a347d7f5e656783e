import {html, nothing} from '../../lib/lit-html/lit-html.js';
import {ruleOf} from '../app/agreements.js';

/**
 * What the sides have agreed to be usual, said where somebody chooses or reads; nothing while the rules have not been
 * read.
 *
 * @param {import('../app/view.js').View} view
 * @param {string} rule the setting of a level of release, such as `release.evidence`
 * @param {(level: string) => unknown} say the sentence for a level
 */
export function usually(view, rule, say) {
  const level = ruleOf(view, rule);
  return level ? html`<p class="hint" data-usual=${rule}>${say(level)}</p>` : nothing;
}
