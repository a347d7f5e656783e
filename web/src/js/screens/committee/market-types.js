/**
 * The shapes of `docs/api/openapi.yaml` that the committee reads, under the same names. This module holds no code.
 *
 * @typedef {import('../../app/types.js').Time} Time
 * @typedef {import('../../parts/wording.js').Wording} Wording
 *
 * @typedef {{bids: number, lots: number}} MarketBidSum
 * @typedef {{sealed: number, revealed: number, withdrawn: number, lapsed: number}} MarketTally
 * @typedef {{party: string, swing: number, room: number, bids: number, bidsMax: number, sealed: MarketTally}} MarketSide
 *
 * @typedef {object} MarketLine
 * @property {string} name
 * @property {string} commodity
 * @property {Wording} text
 * @property {string} exporter
 * @property {{amount: number, unit: string}} lot
 * @property {number} lotsLeast
 * @property {number} lotsMost
 * @property {number} [price]
 * @property {string} per
 * @property {number} lotWorth
 * @property {number} tolerancePermille
 * @property {MarketBidSum} offered
 * @property {MarketBidSum} needed
 *
 * @typedef {object} MarketRound
 * @property {string} act
 * @property {string} statement
 * @property {string} leaf
 * @property {'bidding' | 'revealing' | 'complete' | 'matched' | 'ended'} phase
 * @property {boolean} isFinal
 * @property {Record<string, any>} terms
 * @property {MarketSide[]} sides
 * @property {MarketLine[]} lines
 * @property {string} [match]
 *
 * @typedef {{act: string, kind: string, proposer: string, waitingFor: string[], supersedes?: string, terms: Record<string, any>}} MarketProposed
 * @typedef {{now: Time, items: MarketRound[], proposed: MarketProposed[], total: number, next?: string}} MarketRoundPage
 * @typedef {{party: string, said: string, objection?: string}} MarketCheck
 *
 * @typedef {object} MarketMatchAct
 * @property {string} act
 * @property {string} leaf
 * @property {string} stage
 * @property {string} proposer
 * @property {number} value
 * @property {number} bound
 * @property {number} gapPpm
 * @property {number} pairs
 * @property {MarketCheck[]} checks
 *
 * @typedef {{now: Time, unit: string, round: MarketRound, matches: MarketMatchAct[], solver?: string}} MarketRoundDetail
 * @typedef {{line: string, lots: number, way: 'need' | 'offer', limit?: string}} MarketBidSays
 *
 * @typedef {object} MarketBid
 * @property {string} bid
 * @property {string} statement
 * @property {import('../../app/types.js').Author} by
 * @property {Time} at
 * @property {'open' | 'sealed' | 'withdrawn' | 'lapsed'} state
 * @property {boolean} wasSealed
 * @property {boolean} opensHere
 * @property {MarketBidSays} [says]
 *
 * @typedef {object} MarketRow
 * @property {'lots' | 'value' | 'quota' | 'corridor' | 'swing'} kind
 * @property {string} name
 * @property {number} capacity
 * @property {number} used
 * @property {string} [unit]
 * @property {number} price
 * @property {number} oneMore
 *
 * @typedef {object} MarketMatch
 * @property {number} value
 * @property {number} bound
 * @property {number} gapPpm
 * @property {Record<string, number>} room
 * @property {{offer: string, need: string, line: string, lots: number, worth: number}[]} placed
 * @property {MarketRow[]} rows
 * @property {{bid: string, party: string, says: MarketBidSays, left: number}[]} unmet
 * @property {{line: string, lots: number, value: number}[]} shortfalls
 * @property {{offered: number, matched: number, balance: number, asTheyCame: number, trapped: number}} turnover
 *
 * @typedef {{now: Time, unit: string, by: 'preview' | 'search' | 'optimum', isComplete: boolean, match: MarketMatch, terms: Record<string, any>}} MarketFound
 *
 * @typedef {object} ContractProgress
 * @property {number} left
 * @property {number} reserved
 * @property {number} despatched
 * @property {number} inTransit
 * @property {number} received
 * @property {number} accepted
 * @property {number} owed
 * @property {number} disputed
 * @property {number} holding
 * @property {number} permits
 * @property {Time} [nextExpiry]
 *
 * @typedef {object} Contract
 * @property {string} act
 * @property {string} statement
 * @property {string} stage
 * @property {boolean} isFinal
 * @property {string} proposer
 * @property {string[]} waitingFor
 * @property {Record<string, any>} terms
 * @property {number} [price]
 * @property {ContractProgress} [progress]
 *
 * @typedef {object} Permit
 * @property {string} act
 * @property {string} statement
 * @property {string} stage
 * @property {string} proposer
 * @property {string[]} waitingFor
 * @property {string} contract
 * @property {Wording} goods
 * @property {string} measure
 * @property {number} quantity
 * @property {number} most
 * @property {number} despatched
 * @property {number} accepted
 * @property {number} hold
 * @property {number} holding
 * @property {number} disputed
 * @property {string} until
 * @property {Time} over
 *
 * @typedef {{despatch: string, permit: string, sent: number, receipt?: string, received?: number, acceptance?: string, owed?: number, disputed?: number}} ContractDelivery
 * @typedef {{entry: string, kind: string, by: import('../../app/types.js').Author, at: Time}} ContractPaper
 * @typedef {{now: Time, unit: string, contract: Contract, permits: Permit[], deliveries: ContractDelivery[], deliveriesTotal: number, deliveriesNext?: string, unpriced: string[], papers: ContractPaper[], papersTotal: number, papersNext?: string}} ContractDetail
 * @typedef {{party: string, limit: number, exposure: number, hold: number, after: number, left: number, fits: boolean}} RoomTest
 */

export {};
