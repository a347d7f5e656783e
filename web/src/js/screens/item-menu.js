import {nothing} from '../../lib/lit-html/lit-html.js';
import {menu} from '../parts/menu.js';

/** Kinds that carry words of a person, which can be corrected, withdrawn or translated. */
const WORDS = /^response\.(alert|notice|note|sitrep|hotline|acknowledged|stage|assistance_)/;

/** Roles that may put something beside an item. */
const WRITERS = /** @type {const} */ ([
  'watch_officer',
  'dispatcher',
  'liaison',
  'unit_leader',
  'sector_commander',
  'chief',
  'investigator',
  'clerk',
]);

/**
 * What can be done about one item: our own can be corrected or withdrawn, anybody's translated, a call that the other
 * side logged confirmed or denied.
 *
 * @param {import('../app/view.js').View} view
 * @param {import('../app/types.js').TimelineItem} item
 * @param {string} incident
 */
export function itemMenu(view, item, incident) {
  const ours = item.by.party === view.ours.id;
  const acts = [
    ...(ours && !item.withdrawn ? ['correct', 'withdraw'] : []),
    'translate',
    ...(!ours && item.kind === 'response.hotline' && item.body.hotline ? ['hotline-answer'] : []),
  ];
  if (view.past || !WORDS.test(item.kind) || !view.may(...WRITERS)) {
    return nothing;
  }
  const {words, act} = view;
  return menu(
    words.text('menu.about', {entry: item.entry}),
    acts.map((name) => ({
      word: words.text(`menu.${name}`),
      open: () => act.open(name, {incident, entry: item.entry, hotline: item.body.hotline}),
    })),
  );
}
