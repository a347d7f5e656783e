/**
 * What a screen is given to draw with: everything it may know, and the one door to everything it may do. Screens are
 * functions from a view to markup; they keep nothing between two drawings.
 */
export class View {
  /**
   * @param {object} given
   * @param {import('../i18n/words.js').Words} given.words
   * @param {import('../time/clocks.js').Clocks} given.clocks
   * @param {import('./settings.js').Settings} given.settings
   * @param {import('./types.js').Session} given.session
   * @param {import('./route.js').Route} given.route
   * @param {import('./feed.js').Feed} given.feed
   * @param {Map<string, any>} given.drafts
   * @param {number} given.now the node's clock, in milliseconds since 1970: all consoles of a side show one time
   * @param {import('./stream.js').Stream | undefined} given.stream
   * @param {import('./alarm.js').Alarm} given.alarm
   * @param {import('./outage.js').Outage} given.outage
   * @param {import('./acts.js').Acts} given.act
   * @param {boolean} [given.past] whether what is drawn is a moment of the past, in which nothing can be done
   */
  constructor(given) {
    this.words = given.words;
    this.clocks = given.clocks;
    this.settings = given.settings;
    this.session = given.session;
    this.route = given.route;
    this.feed = given.feed;
    this.drafts = given.drafts;
    this.now = given.now;
    this.stream = given.stream;
    this.alarm = given.alarm;
    this.outage = given.outage;
    this.act = given.act;
    this.past = given.past ?? false;
  }

  /**
   * The same, at a moment of the past: every age and every clock is reckoned from there.
   * @param {number} moment milliseconds since 1970
   */
  at(moment) {
    return new View({...this, now: moment, past: true});
  }

  /** Our own party. */
  get ours() {
    return this.session.party;
  }

  /** The other party of the channel; ours, until a peer is paired. */
  get peer() {
    return this.session.peers?.[0] ?? this.session.party;
  }

  /** All parties, ours first: the order of columns and clocks. */
  get parties() {
    return [this.session.party, ...(this.session.peers ?? [])];
  }

  /**
   * @param {string} id
   * @returns {import('./types.js').Party}
   */
  party(id) {
    return this.parties.find((party) => party.id === id) ?? {id, name: id, letter: '?'};
  }

  /**
   * A party's name in the officer's language, or as the node says it.
   * @param {import('./types.js').Party} party
   */
  nameOf(party) {
    const key = `party.${party.id}`;
    return key in this.words.catalogue ? this.words.text(key) : party.name;
  }

  /**
   * Whether this officer has one of the roles.
   * @param {...string} roles
   */
  may(...roles) {
    return roles.some((role) => this.session.roles.includes(role));
  }

  /**
   * What has been typed so far under a name, and what became of sending it.
   * @param {string} name
   * @returns {Record<string, any>}
   */
  draft(name) {
    return this.drafts.get(name) ?? {};
  }
}
