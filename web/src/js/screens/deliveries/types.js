/**
 * Goods on their way and energy over lines, as the contract of the API has them.
 *
 * @typedef {import('../../app/types.js').SaidBetween} SaidBetween
 *
 * @typedef {object} GoodsOfContract
 * @property {string} contract
 * @property {string} act as statements name it
 * @property {string} exporter
 * @property {string} importer
 * @property {Record<string, string>} name by language
 * @property {string} commodity
 * @property {string} seller
 * @property {string} buyer
 * @property {string} unit
 *
 * @typedef {object} Deliveries
 * @property {{a: string, b: string, unit: string, today: string, tolerance: number, next: Record<string, number>}} [account]
 * @property {Record<string, number>} states
 * @property {DeliveryReservation[]} reservations
 * @property {{despatch: string, statement: string, of: GoodsOfContract, reservation: string, sent: number}[]} departures
 *
 * @typedef {object} DeliveryReservation
 * @property {string} reservation
 * @property {string} statement
 * @property {GoodsOfContract} of
 * @property {number} quantity
 * @property {number} most
 * @property {number} despatched
 * @property {string} until
 * @property {string} weighed
 *
 * @typedef {{items: Consignment[], total: number, next?: string}} ConsignmentPage
 *
 * @typedef {object} Consignment
 * @property {string} consignment
 * @property {string} statement
 * @property {string} at
 * @property {boolean} isFinal
 * @property {GoodsOfContract} of
 * @property {number} quantity
 * @property {'consigned' | 'despatched' | 'received' | 'accepted' | 'disputed'} state
 * @property {number} units
 * @property {number} liveUnits
 * @property {{point: string, party: string, at: string}} [last]
 * @property {number} unstamped
 * @property {number} [sent]
 * @property {number} [received]
 * @property {boolean} [isTolerated]
 *
 * @typedef {object} ConsignmentDetail
 * @property {Consignment} consignment
 * @property {string} reservation
 * @property {HandlingUnit[]} units
 * @property {PointTiming[]} timings
 * @property {{items: ControlEvent[], total: number, next?: string}} events
 * @property {ConsignmentPapers} [papers]
 * @property {{matter: string, party: string, title: {language: string, text: string}}[]} matters
 *
 * @typedef {object} HandlingUnit
 * @property {number} number
 * @property {string} kind
 * @property {string} mark
 * @property {number} quantity
 * @property {number[]} from
 * @property {number[]} into
 * @property {boolean} isLive
 * @property {SaidBetween} [reloaded]
 * @property {string} [ended]
 *
 * @typedef {{point: string, isHandover: boolean, planned?: string, estimated?: string, actual?: string}} PointTiming
 *
 * @typedef {{said: SaidBetween, units: number[], isHandover: boolean, stamp?: SaidBetween}} ControlEvent
 *
 * @typedef {{said: SaidBetween, leaf: string}} DeliveryPaper
 *
 * @typedef {object} ConsignmentPapers
 * @property {DeliveryPaper} despatch
 * @property {DeliveryPaper} [receipt]
 * @property {DeliveryPaper[]} loading
 * @property {DeliveryPaper[]} outturn
 * @property {WeightDifference} [difference]
 * @property {{act: string, statement: string, voucher: string, booked: number, disputed: number, open: number, settledBy?: string}} [acceptance]
 * @property {{value: number, disputed: number, on: string, number: number}} [draft]
 * @property {string} [suggestedMatter]
 *
 * @typedef {{sent: number, received: number, allowed: string, isTolerated: boolean, valued: string, disputed: string}} WeightDifference
 *
 * @typedef {{isSystematic: boolean, since?: number, at?: number, meanPpm?: number}} BiasFinding
 *
 * @typedef {{items: {of: GoodsOfContract, count: number, finding: BiasFinding}[], total: number, next?: string}} Comparisons
 *
 * @typedef {object} Comparison
 * @property {GoodsOfContract} of
 * @property {{deviationPpm: number, slackPermille: number, thresholdPermille: number, thresholdPpm: number, falseAlarmsPermille?: number}} test
 * @property {BiasFinding} finding
 * @property {number} total
 * @property {number} first
 * @property {BiasStep[]} steps
 *
 * @typedef {object} BiasStep
 * @property {number} number
 * @property {string} [despatch]
 * @property {string} [day]
 * @property {number} sent
 * @property {number} received
 * @property {number} differencePpm
 * @property {number} morePpm
 * @property {number} lessPpm
 * @property {boolean} isTolerated
 *
 * @typedef {object} EnergyLine
 * @property {string} line
 * @property {string} act as statements name it
 * @property {GoodsOfContract} of
 * @property {'loaded' | 'outturn' | 'mean'} weighed
 * @property {{formula: string, per: string}} price
 * @property {number} tolerance
 * @property {string} offset
 * @property {string} today
 * @property {boolean} isEnded
 * @property {{name: string, bands: {from: number, name: string}[], loss: number, metering: string, minimum: number, returned?: {due: Quantity, per: Quantity}}} terms
 *
 * @typedef {{amount: number, unit: string}} Quantity
 *
 * @typedef {object} DayClose
 * @property {boolean} isClosed
 * @property {string[]} missing
 * @property {number} [sent]
 * @property {number} [received]
 * @property {boolean} [isTolerated]
 * @property {number} [accepted]
 * @property {number} [disputed]
 * @property {{party: string, kind: 'quarters' | 'between_days', from?: number, count?: number, wh?: number}[]} holes
 * @property {Record<string, number>} [deviations]
 *
 * @typedef {object} EnergyMonth
 * @property {EnergyLine} line
 * @property {string} month
 * @property {{day: string, schedule: string, close: DayClose}[]} days
 * @property {MonthClose} close
 *
 * @typedef {object} MonthClose
 * @property {string[]} open
 * @property {number} accepted
 * @property {number} disputed
 * @property {Record<string, number>} deviations
 * @property {number} shortfall
 * @property {number} [worth]
 * @property {Record<string, any>} [draft] the terms of the act by which it is paid for
 * @property {string} [paid] that act
 * @property {{exact: string, whole: string, unit: string}} [returned]
 *
 * @typedef {object} EnergyDay
 * @property {EnergyLine} line
 * @property {string} day
 * @property {string} begins
 * @property {boolean} isOver
 * @property {'none' | 'one' | 'differ' | 'agreed'} schedule
 * @property {{party: string, entry: string, at: string, version: number, quarters: number[]}[]} schedules
 * @property {MeterReading[]} meters
 * @property {DayClose} close
 * @property {number[]} [accepted]
 *
 * @typedef {object} MeterReading
 * @property {string} party
 * @property {string} entry
 * @property {string} at
 * @property {number} version
 * @property {string} serial
 * @property {number} from
 * @property {number} to
 * @property {string} quality a letter for each quarter
 * @property {number[]} quarters
 * @property {number[]} filled
 *
 * @typedef {object} Waiting what has arrived and waits for its acceptance
 * @property {string} despatch
 * @property {string} receipt
 * @property {GoodsOfContract} of
 * @property {number} sent
 * @property {number} received
 * @property {boolean} isTolerated
 * @property {number} value
 * @property {number} disputed
 *
 * @typedef {{lines: number, value: number, disputed: number, terms: Record<string, any>}} ManyDraft
 *
 * @typedef {{unit?: string, items: Waiting[], total: number, next?: string, draft?: ManyDraft}} WaitingPage
 */

export {};
