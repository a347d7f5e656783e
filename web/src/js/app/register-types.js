/**
 * The shapes of `docs/api/openapi.yaml` that the registers read, under the same names. This module holds no code.
 *
 * @typedef {import('./types.js').Time} Time
 * @typedef {import('../parts/wording.js').Wording} Wording
 *
 * @typedef {{entry: string, kind: string, by: import('./types.js').Author, at: Time, body?: Record<string, any>}} RegisterStatement
 * @typedef {{act: string, kind: string, stage: string, isFinal: boolean, proposer: string, proposedAt: Time}} RegisterAct
 *
 * @typedef {object} OutcomeWord
 * @property {string} party
 * @property {string} entry
 * @property {Time} at
 * @property {'held' | 'not_held' | 'walked_out'} outcome
 * @property {string} [reason]
 * @property {string[]} by
 * @property {{agenda: string, number: number}} [item]
 * @property {Wording} [remark]
 *
 * @typedef {object} DutyOccurrence
 * @property {string} duty
 * @property {string} id
 * @property {number} number
 * @property {string} what
 * @property {string} level
 * @property {Wording} title
 * @property {string[]} sides
 * @property {string} due
 * @property {Time} over
 * @property {boolean} isLate
 * @property {'open' | 'differing' | 'not_held' | 'held' | 'cancelled'} stage
 * @property {boolean} isFinal
 * @property {string} [before]
 * @property {{role: string, at: Time}} [next]
 * @property {OutcomeWord[]} words
 * @property {{meeting: string, stage: string}[]} meetings
 * @property {string} [cancelledBy]
 *
 * @typedef {object} RecurringDuty
 * @property {string} duty
 * @property {string} id
 * @property {string} leaf
 * @property {string} what
 * @property {string} level
 * @property {Wording} title
 * @property {string} cycle
 * @property {string} first
 * @property {string} [until]
 * @property {string[]} sides
 * @property {{graceDays: number, stepDays: number, ladder: string[]}} escalation
 * @property {{number: number, due: string, over: Time}} [next]
 * @property {{entry: string, stage: string, at: Time}} [ended]
 *
 * @typedef {{now: Time, from: Time, to: Time, duties: RecurringDuty[], occurrences: DutyOccurrence[], cut: boolean, late: DutyOccurrence[], lateTotal: number}} DutyCalendar
 *
 * @typedef {object} Meeting
 * @property {string} meeting
 * @property {string} id
 * @property {string} calledBy
 * @property {Time} calledAt
 * @property {Time} at
 * @property {string} level
 * @property {string[]} sides
 * @property {Wording} place
 * @property {Wording} subject
 * @property {{duty: string, number: number}} [occasion]
 * @property {string} stage
 * @property {boolean} isFinal
 * @property {boolean} isAgendaAgreed
 * @property {boolean} lacksRecord
 * @property {{party: string, entry: string, at: Time, comes: boolean}[]} answers
 * @property {OutcomeWord[]} words
 * @property {string} [record]
 *
 * @typedef {object} Agenda
 * @property {string} agenda
 * @property {string} id
 * @property {string} party
 * @property {number} version
 * @property {Time} at
 * @property {boolean} isLatest
 * @property {boolean} isAgreed
 * @property {string[]} accepted
 * @property {Wording[]} items
 *
 * @typedef {{entry: string, by: import('./types.js').Author, at: Time, text?: Wording}} Minutes
 * @typedef {{meeting: Meeting, occurrence?: DutyOccurrence, agendas: Agenda[], minutes: Minutes[], records: RegisterAct[], history: RegisterStatement[]}} MeetingDetail
 *
 * @typedef {{amount: number, unit: string}} Quantity
 *
 * @typedef {object} CommitmentWord
 * @property {string} entry
 * @property {Time} at
 * @property {'progress' | 'disputed' | 'fulfilled'} says
 * @property {Time} [asOf]
 * @property {number} [percent]
 * @property {Quantity} [quantity]
 * @property {Wording} text
 * @property {string[]} evidence
 *
 * @typedef {{party: string, isOwner: boolean, isBeneficiary: boolean, isAcknowledged: boolean, word?: CommitmentWord}} CommitmentCell
 *
 * @typedef {object} Commitment
 * @property {string} entry
 * @property {number} number
 * @property {string} id
 * @property {Wording} title
 * @property {string} subject
 * @property {string[]} owners
 * @property {string[]} beneficiaries
 * @property {string} [due]
 * @property {Time} [over]
 * @property {{text?: Wording, quantity?: Quantity}} measure
 * @property {{day: string, where: string}} [source]
 * @property {'registered' | 'acknowledged' | 'agreed'} standing
 * @property {string} [registeredBy]
 * @property {Time} madeAt
 * @property {string} stage
 * @property {'closed' | 'current' | 'silent' | 'overdue' | 'lapsed'} condition
 * @property {boolean} isFinal
 * @property {Time} lastSaid
 * @property {CommitmentCell[]} cells
 * @property {{entry: string, at: Time, act?: string}} [end]
 *
 * @typedef {{items: Commitment[], total: number, stages: Record<string, number>, conditions: Record<string, number>, subjects: string[], next?: string}} CommitmentList
 * @typedef {{commitment: Commitment, history: RegisterStatement[], closures: RegisterAct[]}} CommitmentDetail
 *
 * @typedef {object} Complaint
 * @property {string} complaint
 * @property {string} id
 * @property {string} by
 * @property {string} against
 * @property {Time} at
 * @property {Time} [occurred]
 * @property {Wording} [place]
 * @property {Wording} text
 * @property {string[]} evidence
 * @property {'unanswered' | 'answered' | 'closed'} stage
 * @property {boolean} isFinal
 * @property {{entry: string, at: Time, answer: string, text: Wording, evidence: string[]}} [answer]
 * @property {{matter: string, entry: string, party: string, at: Time}[]} matters
 * @property {{entry: string, at: Time, how: string, text: Wording}} [closed]
 *
 * @typedef {{items: Complaint[], total: number, unanswered: number, next?: string}} ComplaintList
 * @typedef {{complaint: Complaint, history: RegisterStatement[]}} ComplaintDetail
 *
 * @typedef {{name: string, party?: string, level?: string, value?: number, previous?: number}} CooperationFigure
 *
 * @typedef {object} Cooperation
 * @property {Time} asOf
 * @property {Time} from
 * @property {Time} to
 * @property {CooperationFigure[]} figures
 * @property {DutyOccurrence[]} late
 * @property {number} lateTotal
 * @property {Meeting[]} withoutRecord
 * @property {number} withoutRecordTotal
 * @property {Record<string, number>} stages
 * @property {Record<string, number>} conditions
 * @property {Commitment[]} lapsing
 * @property {number} lapsingTotal
 * @property {Complaint[]} unanswered
 * @property {number} unansweredTotal
 * @property {{asked: string, since: Time}} [oldestQuestion]
 * @property {number} watchedSeconds
 *
 * @typedef {object} EvaluationReport
 * @property {Time} from
 * @property {Time} to
 * @property {Time} drawnUp
 * @property {CooperationFigure[]} figures
 * @property {DutyOccurrence[]} dutiesNotHeld
 * @property {Meeting[]} meetingsNotHeld
 * @property {DutyOccurrence[]} dutiesUnstated
 * @property {Meeting[]} meetingsUnstated
 * @property {Commitment[]} commitmentsSilent
 * @property {Complaint[]} unanswered
 * @property {boolean} cut
 */

export {};
