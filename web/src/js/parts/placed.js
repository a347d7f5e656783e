import {noChange} from '../../lib/lit-html/lit-html.js';
import {Directive, directive} from '../../lib/lit-html/directive.js';

/**
 * Places an element in its grid. The library's own way would write a style attribute, which the page's security policy
 * rightly refuses; this sets the properties through the element itself.
 */
class Placed extends Directive {
  /** @param {Record<string, string>} properties */
  render(properties) {
    void properties;
    return noChange;
  }

  /**
   * @param {import('../../lib/lit-html/directive.js').ElementPart} part
   * @param {[Record<string, string>]} values
   */
  update(part, [properties]) {
    const {style} = /** @type {HTMLElement} */ (part.element);
    for (const [name, value] of Object.entries(properties)) {
      style.setProperty(name, value);
    }
    return noChange;
  }
}

/** `<li ${placed({'grid-row': '3'})}>` */
export const placed = directive(Placed);
