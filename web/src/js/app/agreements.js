/**
 * What follows from what is known of joint acts: whom they wait for, and what this officer may do about one. The node
 * judges every signature again; here it is decided what is offered.
 *
 * @typedef {object} Capacity a role in which this officer may sign
 * @property {string} role
 * @property {string} [delegation] the entry that lent it
 * @property {import('./types.js').Author} [from] who lent it
 */

/** Kinds of act that the console has a word for. */
export const ACT_KINDS = [
  'memorandum',
  'modalities',
  'crossing',
  'handover',
  'finding',
  'joint_record',
  'joint_visit',
  'joint_minutes',
  'commitment',
  'commitment_closed',
  'recurring_duty',
  'duty_cancelled',
  'alias',
];

/** A text without a form of its own. */
export const MEMORANDUM = 'memorandum';

/** Kinds that are written in the console, each in a form of its own. */
export const WRITTEN = [MEMORANDUM, 'commitment', 'commitment_closed', 'recurring_duty', 'duty_cancelled', 'joint_record'];

/** Kinds that an officer can answer with another text: those, and what a chapter has an editor for. */
const ANSWERED = [...WRITTEN, 'modalities'];

/** Who signs where no rules have been agreed. */
export const SIGNATORY = 'chief';

/** Roles that can be given a seat, and lent. */
export const SIGNING_ROLES = [
  'chief',
  'sector_commander',
  'watch_officer',
  'dispatcher',
  'liaison',
  'investigator',
  'clerk',
  'compliance',
];

/**
 * The value of an agreed rule, or its initial value; nothing while the rules have not been read.
 * @param {import('./view.js').View} view
 * @param {string} key
 * @returns {any}
 */
export const ruleOf = (view, key) => settingOf(view, key)?.value;

/** Lengths of the units in which rules are spelled, in milliseconds. @type {Record<string, number>} */
const LENGTHS = {s: 1_000, min: 60_000, h: 3_600_000, d: 86_400_000};

/**
 * A length of time among the agreed rules, in milliseconds; 0 while it is not known.
 * @param {import('./view.js').View} view
 * @param {string} key
 */
export function lengthOf(view, key) {
  const setting = settingOf(view, key);
  return Number(setting?.value ?? 0) * (LENGTHS[setting?.unit ?? ''] ?? 0);
}

/**
 * How long one of the agreed clocks runs, in milliseconds; 0 while it is not known.
 * @param {import('./view.js').View} view
 * @param {string} name such as `answer_crossing`
 */
export const clockOf = (view, name) => lengthOf(view, `${CLOCKS}.${name}`);

/** Where the clocks stand among the rules. */
const CLOCKS = 'clock';

/**
 * @param {import('./view.js').View} view
 * @param {string} key
 * @returns {{key: string, value?: any, unit?: string} | undefined}
 */
function settingOf(view, key) {
  return view.feed.read('/modalities').data?.settings.find((/** @type {{key: string}} */ one) => one.key === key);
}

/**
 * The roles that sign acts of a kind, by the agreed rules.
 * @param {import('./view.js').View} view
 * @param {string} kind
 */
export function rolesFor(view, kind) {
  return Object.keys(ruleOf(view, 'quorum.acts')?.[kind] ?? ruleOf(view, 'quorum.other') ?? {[SIGNATORY]: 1});
}

/** So many acts of a phase are on a page, the newest on the first. */
const LISTED = 200;

/**
 * Acts of a phase, as far as they are known.
 * @param {import('./view.js').View} view
 * @param {'open' | 'in_force' | 'ended'} phase
 * @param {string} [page] the end of the query that names another page than the first
 * @returns {import('./feed.js').Reading}
 */
export const actsIn = (view, phase, page = '') => view.feed.read(`/acts?phase=${phase}&limit=${LISTED}${page}`);

/**
 * How many acts wait for our signature.
 * @param {import('./view.js').View} view
 */
export function waitingForUs(view) {
  /** @type {import('./types.js').Act[]} */
  const open = actsIn(view, 'open').data?.items ?? [];
  return open.filter((act) => waitsFor(act, view.ours.id)).length;
}

/** @param {import('./types.js').Act} act */
export const isOpen = ({stage}) => stage === 'proposed' || stage === 'assented';

/** @param {import('./types.js').Act} act */
export const isInForce = ({stage}) => stage === 'effective';

/**
 * The seats of a side in which nobody has signed yet: role and number.
 * @param {import('./types.js').ActSide} side
 * @returns {[role: string, count: number][]}
 */
export function freeSeats({seats, signed}) {
  return Object.entries(seats)
    .map(([role, count]) => /** @type {[string, number]} */ ([role, count - signed.filter((one) => one.role === role).length]))
    .filter(([, count]) => count > 0);
}

/**
 * Whether it is open and a side has yet to sign.
 * @param {import('./types.js').Act} act
 * @param {string} party
 */
export function waitsFor(act, party) {
  return isOpen(act) && act.sides.some((side) => side.party === party && freeSeats(side).length > 0);
}

/**
 * Acts in the order in which a person looks at them.
 * @param {import('./types.js').Act[]} acts
 * @param {string} ours
 */
export function sorted(acts, ours) {
  const open = acts.filter(isOpen);
  return {
    us: open.filter((act) => waitsFor(act, ours)),
    them: open.filter((act) => !waitsFor(act, ours)),
    force: acts.filter(isInForce),
    ended: acts.filter((act) => !isOpen(act) && !isInForce(act)),
  };
}

/**
 * In which of the roles this officer may sign: their own, or else what is lent to them for such acts.
 *
 * @param {import('./view.js').View} view
 * @param {string[]} roles
 * @param {string} kind
 * @returns {Capacity[]}
 */
export function capacities(view, roles, kind) {
  const own = roles.filter((role) => view.may(role));
  if (own.length || !view.may(...SIGNING_ROLES)) {
    return own.map((role) => ({role}));
  }
  return delegationsOf(view)
    .filter(({to, role, kinds, ended}) => {
      const mine = to.officer === view.session.officer && to.officer !== undefined;
      return mine && !ended && roles.includes(role) && (!kinds.length || kinds.includes(kind));
    })
    .map(({role, delegation, from}) => ({role, delegation, from}));
}

/**
 * Whether this officer may sign acts of a kind, by the agreed rules.
 * @param {import('./view.js').View} view
 * @param {string} kind
 */
export const signs = (view, kind) => capacities(view, rolesFor(view, kind), kind).length > 0;

/**
 * What is known of who lent which role.
 * @param {import('./view.js').View} view
 * @returns {import('./types.js').Delegation[]}
 */
export const delegationsOf = (view) => view.feed.read('/delegations').data?.items ?? [];

/**
 * What this officer may do about an act, and in which capacities. An empty list: not this.
 *
 * @param {import('./view.js').View} view
 * @param {import('./types.js').Act} act
 * @returns {Record<'assent' | 'refuse' | 'withdraw' | 'counter' | 'replace', Capacity[]>}
 */
export function actsOn(view, act) {
  const ours = act.sides.find((side) => side.party === view.ours.id);
  const none = {assent: [], refuse: [], withdraw: [], counter: [], replace: []};
  if (!ours) {
    return none;
  }
  const mine = act.proposer === view.ours.id;
  const free = freeSeats(ours).map(([role]) => role);
  const open = isOpen(act) && !act.withdrawing;
  const other = open && !mine && free.length > 0;
  const signed = ours.signed.some(({by}) => by.officer === view.session.officer);
  const seats = Object.keys(ours.seats);
  const writes = ANSWERED.includes(act.kind) ? capacities(view, [SIGNATORY], act.kind) : [];
  return {
    assent: open && !signed ? capacities(view, free, act.kind) : [],
    refuse: other ? capacities(view, seats, act.kind) : [],
    withdraw: open && mine ? capacities(view, seats, act.kind) : [],
    counter: other ? writes : [],
    replace: isInForce(act) ? writes : [],
  };
}

/**
 * Why no joint act can be signed here now, if so: the two records do not agree, or ours is not whole.
 * @param {import('./view.js').View} view
 * @returns {'forked' | 'behind_own_mirror' | 'unpaired' | undefined}
 */
export function pausedBy(view) {
  /** @type {import('./types.js').Overview | undefined} */
  const overview = view.feed.read('/overview').data;
  if (!overview) {
    return undefined;
  }
  const states = overview.links.map((link) => link.state);
  if (!states.length || states.every((state) => state === 'unpaired')) {
    return 'unpaired';
  }
  return /** @type {const} */ (['forked', 'behind_own_mirror']).find((state) => states.includes(state));
}
