import {instantOf} from '../../parts/times.js';

/** What follows from a thread of assistance as the node shows it: who helps whom, and what this officer may do now. */

/** @typedef {import('../../app/types.js').Assistance} Assistance */
/** @typedef {import('../../app/types.js').HelpCost} HelpCost */

/** Who binds a side: what is promised, taken and paid. */
const COMMITS = ['sector_commander', 'chief'];

/** Who speaks in a thread. */
const SPEAKS = ['watch_officer', 'liaison', ...COMMITS];

/**
 * The side whose means are wanted.
 * @param {import('../../app/view.js').View} view
 * @param {Assistance} thread
 */
export const helperOf = (view, thread) => (thread.offer ? thread.by : otherOf(view, thread.by));

/**
 * The side that is helped.
 * @param {import('../../app/view.js').View} view
 * @param {Assistance} thread
 */
export const helpedOf = (view, thread) => (thread.offer ? otherOf(view, thread.by) : thread.by);

/**
 * @param {import('../../app/view.js').View} view
 * @param {string} id
 */
const otherOf = (view, id) => view.parties.find((party) => party.id !== id)?.id ?? id;

/**
 * Whether it waits for an answer.
 * @param {Assistance} thread
 */
const isUnanswered = ({state}) => state === 'requested' || state === 'offered';

/** States in which there is still something to talk about. */
const ACTIVE = ['requested', 'offered', 'accepted', 'conditional'];

/**
 * What this officer may do about it, by the name of its form, the most pressing first. The node judges again.
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').Incident} incident
 * @param {Assistance} thread
 * @returns {string[]}
 */
export function actsOn(view, incident, thread) {
  const ours = view.ours.id;
  const [commits, speaks] = [view.may(...COMMITS), view.may(...SPEAKS)];
  const [helps, isHelped, mine] = [helperOf(view, thread) === ours, helpedOf(view, thread) === ours, thread.by === ours];
  const binds = thread.state === 'accepted';
  /** @type {[form: string, may: boolean][]} */
  const all = [
    ['answer', !mine && isUnanswered(thread) && incident.may.includes('answer_assistance')],
    ['conditions', mine && thread.state === 'conditional' && commits],
    ['stay', helps && binds && Boolean(thread.stayAsked) && commits],
    ['commit', helps && (binds || thread.state === 'conditional') && commits],
    ['status', helps && binds && speaks],
    ['longer', isHelped && binds && speaks],
    ['return', helps && binds && thread.stage !== 'return_asked' && speaks],
    ['say', ACTIVE.includes(thread.state) && speaks],
    ['end', (binds || thread.state === 'conditional' || (mine && isUnanswered(thread))) && speaks],
  ];
  return view.past ? [] : all.filter(([, may]) => may).map(([form]) => form);
}

/**
 * The same about the cost of one commitment, which can be settled when the help is over as well.
 * @param {import('../../app/view.js').View} view
 * @param {Assistance} thread
 * @param {HelpCost} cost
 * @returns {'figure' | 'agree' | undefined}
 */
export function actOnCost(view, thread, cost) {
  if (view.past || !view.may(...COMMITS)) {
    return undefined;
  }
  if (helperOf(view, thread) === view.ours.id) {
    return cost.standing === 'agreed' ? undefined : 'figure';
  }
  return cost.standing === 'stated' ? 'agree' : undefined;
}

/**
 * Whether a moment that was chosen in a form is one that means can stay until.
 * @param {import('../../app/view.js').View} view
 * @param {string | undefined} time
 */
export const isAhead = (view, time) => Boolean(time) && instantOf(/** @type {string} */ (time)) > view.now;
