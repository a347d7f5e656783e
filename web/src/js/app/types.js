/**
 * The shapes of `docs/api/openapi.yaml` that the console reads, under the same names; times are RFC 3339 strings as they
 * come over the wire. This module holds no code.
 *
 * @typedef {string} Time
 * @typedef {'P1' | 'P2' | 'P3' | 'P4' | 'P5'} Priority
 * @typedef {'internal' | 'release'} Audience
 * @typedef {{id: string, name: string, letter: string, zone?: string}} Party
 * @typedef {{lat: number, lon: number}} Position
 * @typedef {{label: string, position?: Position, radiusM?: number}} Place
 *
 * @typedef {object} Session
 * @property {string} login
 * @property {string} name
 * @property {string} [officer]
 * @property {string[]} roles
 * @property {Party} party
 * @property {Party[]} [peers]
 * @property {string} channel
 * @property {string} csrf
 * @property {Time} signedInAt
 * @property {Time} expiresAt
 * @property {number} idleMinutes
 * @property {{version: string, startedAt: Time}} node
 *
 * @typedef {object} LinkState
 * @property {Party} peer
 * @property {'unpaired' | 'live' | 'lagging' | 'silent' | 'behind_own_mirror' | 'suspect' | 'forked'} state
 * @property {string} words
 * @property {Time} since
 * @property {{count: number, oldest?: Time}} waiting
 * @property {Time} [lastHeard]
 * @property {number} [lastSeenIndex]
 * @property {{size: number, at: Time}} [lastCosigned]
 * @property {number} [clockSkewSeconds]
 * @property {boolean} [stateHashEqual]
 * @property {number} [behindBy]
 * @property {string} [evidence]
 *
 * @typedef {object} Clock
 * @property {string} kind
 * @property {string} subject
 * @property {string} [incident]
 * @property {string} owner
 * @property {string} [role]
 * @property {Time} [started]
 * @property {Time} due
 * @property {'running' | 'overdue' | 'not_delivered' | 'cannot_be_judged'} state
 * @property {boolean} [audible]
 *
 * @typedef {{role: string, name: string, officer: string, since: Time}} Duty
 *
 * @typedef {object} Overview
 * @property {Time} now
 * @property {Party} party
 * @property {LinkState[]} links
 * @property {Clock[]} clocks
 * @property {Duty[]} onDuty
 * @property {{incidents: number, entries: number, oldest?: Time}} unread
 * @property {{openIncidents: number, ownUnits: number, readyUnits: number, peerUnits: number}} figures
 * @property {{live: string[], unacknowledged: number, unread: number}} [exercises] counted in no other figure
 * @property {number} journalSize
 * @property {'waiting' | 'passed' | 'behind' | 'restoring'} [guard] whether the node may sign
 * @property {string} [guardSentence]
 * @property {number} [displaced]
 * @property {Problem[]} [problems]
 *
 * @typedef {object} Problem
 * @property {string} code
 * @property {string} sentence
 * @property {string} detail
 * @property {'never' | 'changed' | 'later'} retry
 * @property {string} help
 * @property {number} [retryAfterSeconds]
 * @property {{name: string, value?: string, problem: string}[]} [fields]
 *
 * @typedef {{notBefore?: Time, notAfter: Time, signedBy: string}} Bracket
 *
 * @typedef {object} Ladder
 * @property {Time} authored
 * @property {Time} [durable]
 * @property {Time} [published]
 * @property {Bracket} [received]
 * @property {{at: Time, role?: string, entry?: string}} [read]
 * @property {{at: Time, kind: string, entry?: string}} [acted]
 * @property {boolean} [final]
 * @property {boolean} [imported]
 *
 * @typedef {{party: string, officer?: string, role?: string, name?: string}} Author
 *
 * @typedef {object} IncidentSummary
 * @property {string} id
 * @property {string} what
 * @property {Place} where
 * @property {string} [sector] of the agreed zone
 * @property {Time} [occurredAt]
 * @property {Time} reportedAt
 * @property {Priority} priority
 * @property {string} [codeWord]
 * @property {string} state
 * @property {string} owner
 * @property {Audience} audience
 * @property {string[]} [closedBy]
 * @property {Ladder} ladder
 * @property {Time} [acknowledgedAt]
 * @property {Clock} [nextClock]
 * @property {number} unread
 * @property {Time} [lastChange]
 *
 * @typedef {{at: Time, proven: boolean, notBefore?: Time}} Knowledge
 *
 * @typedef {object} TimelineItem
 * @property {string} entry
 * @property {string} kind
 * @property {Author} by
 * @property {Time} time
 * @property {Audience} audience
 * @property {Record<string, any>} body
 * @property {string} [about]
 * @property {Ladder} ladder
 * @property {Record<string, Knowledge>} known
 * @property {string[]} [marks]
 * @property {boolean} [withdrawn]
 * @property {string} [inVain]
 * @property {boolean} [crossed]
 * @property {boolean} [clockDisputed]
 * @property {boolean} [imported]
 *
 * @typedef {object} Tasking
 * @property {string} [id]
 * @property {'done' | 'cancelled' | 'failed'} [ended]
 * @property {Place} [destination]
 * @property {string} unit
 * @property {string} [name]
 * @property {Time} at
 * @property {string} [order]
 * @property {string} status
 * @property {Time} [statusSince]
 * @property {string} [entry]
 *
 * @typedef {object} Assistance
 * @property {string} id
 * @property {string} by
 * @property {string} what
 * @property {string[]} [types]
 * @property {string[]} [units]
 * @property {Place} [where]
 * @property {Time} askedAt
 * @property {Time} [answerDue]
 * @property {'requested' | 'offered' | 'accepted' | 'conditional' | 'declined' | 'ended'} state
 * @property {boolean} [offer]
 * @property {Time} [answeredAt]
 * @property {string} [conditions]
 * @property {boolean} [conditionsTaken] absent while they have not been answered
 * @property {string} [reason]
 * @property {string[]} [committed]
 * @property {string} [entry]
 * @property {string} stage
 * @property {string} [deployment] how far the helper says its means are
 * @property {Time} [stayAsked] until when it is asked to stay, and has not answered
 * @property {Time} [until]
 * @property {HelpExtension[]} [extensions]
 * @property {HelpCost[]} [costs]
 * @property {string[]} [endedBy]
 *
 * @typedef {object} HelpExtension
 * @property {string} asked
 * @property {Time} wanted
 * @property {string} [answered]
 * @property {Time} [until]
 * @property {string} [words]
 *
 * @typedef {object} HelpCost one commitment, and what it costs
 * @property {string} commitment
 * @property {string[]} [units]
 * @property {string} [words]
 * @property {'open' | 'stated' | 'agreed' | 'disputed'} standing
 * @property {CostLine} [estimate]
 * @property {CostLine} [figure]
 * @property {string} [statement]
 * @property {string} [answer]
 *
 * @typedef {object} CostLine
 * @property {string} what
 * @property {string} payer
 * @property {string} currency
 * @property {number} [amountMinor]
 * @property {{amount: number, unit: string}} [quantity]
 *
 * @typedef {object} Sitrep
 * @property {number} number
 * @property {string} by
 * @property {'short' | 'full'} form
 * @property {'initial' | 'update' | 'final'} stage
 * @property {Time} at
 * @property {Record<string, string>} letters
 * @property {string} [restrictions]
 * @property {string} [entry]
 *
 * @typedef {{en: string, fa?: string, ur?: string}} Label
 *
 * @typedef {object} RunCard
 * @property {string} codeWord
 * @property {Label} spelling
 * @property {number} version
 * @property {Label} title
 * @property {Priority} priority
 * @property {string[]} notify
 * @property {boolean} notifyPeer
 * @property {number} [reminderMinutes]
 * @property {string[]} types
 * @property {string[]} [capabilities]
 * @property {Place} [rendezvous]
 * @property {Place} [hospital]
 * @property {Label[]} checklist
 * @property {number} [agreedSteps] how many of the first lines both sides have agreed on
 *
 * @typedef {object} Incident
 * @property {IncidentSummary} summary
 * @property {Party[]} parties
 * @property {TimelineItem[]} items
 * @property {Tasking[]} taskings
 * @property {Assistance[]} assistance
 * @property {Sitrep[]} sitreps
 * @property {Clock[]} clocks
 * @property {Crossing[]} [crossings]
 * @property {Responsibility} [responsibility]
 * @property {RunCard} [runCard]
 * @property {string[]} may
 *
 * @typedef {object} Replay a room as it was known once
 * @property {string} incident
 * @property {string} as a party, or `both`
 * @property {Time} at
 * @property {'everything' | 'released'} basis
 * @property {Incident} [room] absent while the incident was not known
 * @property {UndecidedItem[]} undecided
 * @property {Time[]} changes
 * @property {string} digest
 *
 * @typedef {object} UndecidedItem
 * @property {string} entry
 * @property {string} kind
 * @property {Author} by
 * @property {Time} time
 * @property {Record<string, any>} body
 * @property {Time} [earliest]
 * @property {Time} [surely]
 *
 * @typedef {object} Unit
 * @property {string} id
 * @property {string} party
 * @property {string} name
 * @property {string} type
 * @property {Place} [station]
 * @property {string[]} [capabilities]
 * @property {string} status
 * @property {Time} statusSince
 * @property {number} [precisionM]
 * @property {Position} [position]
 * @property {Time} [positionAt]
 * @property {number} [positionAgeSeconds]
 * @property {boolean} [stale]
 * @property {string} [incident]
 * @property {Audience} [audience]
 * @property {boolean} mayTask
 *
 * @typedef {object} RankedUnit
 * @property {Unit} unit
 * @property {boolean} own
 * @property {boolean} mayTask
 * @property {number} [distanceM]
 * @property {number} [arrivalSeconds]
 * @property {boolean} [fits]
 * @property {string} reason
 * @property {{key: string, values: string[]}[]} [reasons]
 * @property {'estimated' | 'routed'} [basis]
 * @property {{legs: {terrain: string, metres: number}[], gate?: string, sketch: Position[]}} [way]
 * @property {{others: number, lossPermille: number}} [cover]
 *
 * @typedef {object} SectorMinutes
 * @property {string} sector
 * @property {number} points
 * @property {number} reached
 * @property {number} inTime
 * @property {number} [soonestSeconds]
 * @property {number} [middleSeconds]
 * @property {number} [latestSeconds]
 *
 * @typedef {object} Travel
 * @property {{sha256: string}} [ground]
 * @property {'same' | 'other' | 'unagreed' | 'missing'} standing
 * @property {number} targetMinutes
 * @property {SectorMinutes[]} sectors
 *
 * @typedef {object} Isochrones
 * @property {'same' | 'other' | 'unagreed' | 'missing'} standing
 * @property {number} units
 * @property {{minutes: number, km2: number, edges: [number, number][][]}[]} isochrones
 *
 * @typedef {object} Meeting
 * @property {string} gate
 * @property {Position} position
 * @property {number} [ownSeconds]
 * @property {number} [otherSeconds]
 *
 * @typedef {object} Advice
 * @property {number} targetSeconds
 * @property {number} [soonestSeconds]
 * @property {{mode: 'mirrored' | 'crossing', key: string, clause?: string}[]} proposals
 * @property {Meeting[]} meetings
 *
 * @typedef {object} EntryRow
 * @property {string} entry
 * @property {string} kind
 * @property {Author} by
 * @property {Time} time
 * @property {'own' | 'sealed' | 'peer' | 'public'} release
 * @property {string} [incident]
 * @property {{lang: string, text: string}} [words]
 * @property {Ladder} ladder
 * @property {boolean} unread
 * @property {boolean} [known]
 *
 * @typedef {{name: string, algorithm: string, size: number, at: Time}} Cosignature
 *
 * @typedef {object} LogHead
 * @property {string} log
 * @property {string} origin
 * @property {'own' | 'mirror' | 'journal'} kind
 * @property {number} size
 * @property {number} [signedSize]
 * @property {string} [root]
 * @property {Time} [signedAt]
 * @property {string} [checkpoint]
 * @property {Cosignature[]} [cosignatures]
 * @property {boolean} [frozen]
 *
 * @typedef {{logs: LogHead[], stateHash?: {own: string, peer?: string, equal?: boolean, at: number}}} Heads
 *
 * @typedef {object} EntryDetail
 * @property {EntryRow} row
 * @property {string} bytes
 * @property {string} leafHash
 * @property {Record<string, any>} envelope
 * @property {Record<string, any>} [body]
 * @property {{name: string, keyId: string, verified: boolean}[]} signatures
 * @property {{role: string, media: string, sha256: string, size: number, state: string}[]} payloads
 * @property {{origin: string, size: number, root: string}[]} [seen]
 * @property {number} [lamport]
 *
 * @typedef {object} EntryProof
 * @property {string} entry
 * @property {string} origin
 * @property {number} index
 * @property {string} leafHash
 * @property {number} size
 * @property {string} root
 * @property {string[]} hashes
 * @property {string} checkpoint
 * @property {Cosignature[]} cosignatures
 * @property {string} tlogProof
 * @property {string} policy
 * @property {string} command
 *
 * @typedef {{holds: 'entry' | 'proof' | 'keys', part: number, of: number, modules: number, bits: string}} PaperCode
 * @typedef {{entry: string, codes: PaperCode[], policy?: string, command: string}} EntryPaper
 * @typedef {{act: string, statements: {entry: string, codes: PaperCode[]}[], keys: PaperCode[], policy?: string, command: string}} ActPaper
 *
 * @typedef {object} DailyReport
 * @property {number} number
 * @property {string} day
 * @property {Time} from
 * @property {Time} to
 * @property {Record<string, number>} counts
 * @property {Record<string, number>} previous
 * @property {{lang: string, text: string}} [restrictions]
 *
 * @typedef {object} Evidence
 * @property {string} id
 * @property {'fork' | 'bad_signature' | 'bad_proof' | 'malformed' | 'inadmissible' | 'rollback'} kind
 * @property {Time} at
 * @property {string} about
 * @property {string} sentence
 * @property {number} sizeBytes
 * @property {string} [command]
 * @property {number} [firstDifference]
 *
 * @typedef {object} PairingCard
 * @property {Party} party
 * @property {string} [origin]
 * @property {string} address
 * @property {string} fingerprint
 * @property {string[]} keys
 * @property {string} [certificate]
 *
 * @typedef {{state: 'unpaired' | 'pending' | 'paired', own: PairingCard, pending?: PairingCard, peer?: PairingCard}} Pairing
 * @typedef {{passed: boolean, steps: {step: string, passed: boolean, sentence: string, millis?: number, help?: string}[]}} SelfTest
 *
 * @typedef {object} Shift
 * @property {Duty} [holder]
 * @property {{by: string, to?: string, at: Time, standingOrders?: string, remarks?: string, entry?: string}} [offered]
 * @property {object} checklist
 * @property {string[]} checklist.openIncidents
 * @property {string[]} checklist.unacknowledged
 * @property {Clock[]} checklist.clocks
 * @property {LinkState[]} checklist.links
 * @property {string[]} checklist.unitsOut
 * @property {string[]} checklist.openRequests
 *
 * @typedef {object} HistoryClaim
 * @property {string} property
 * @property {string} figure
 * @property {number} [low]
 * @property {number} [best]
 * @property {number} [high]
 * @property {string} saidBy
 * @property {string} source
 * @property {string} asOf
 * @property {boolean} [superseded]
 *
 * @typedef {object} HistoryItem
 * @property {string} id
 * @property {string} externalId
 * @property {string} occurred
 * @property {string} title
 * @property {string} [soil]
 * @property {Place} where
 * @property {HistoryClaim[]} claims
 * @property {string} importedBy
 * @property {Time} importedAt
 * @property {string} entry
 *
 * @typedef {object} Account
 * @property {string} login
 * @property {string} name
 * @property {string[]} roles
 * @property {'enrolling' | 'active' | 'revoked'} state
 * @property {string} [officer]
 * @property {string} [officerKey]
 * @property {Time} createdAt
 * @property {Time} [lastSignIn]
 * @property {Time} [lockedUntil]
 * @property {Time} [lockedSince]
 *
 * @typedef {'proposed' | 'assented' | 'effective' | 'refused' | 'withdrawn' | 'expired' | 'superseded' | 'voided'} ActStage
 *
 * @typedef {object} Act
 * @property {string} act the entry that proposed it
 * @property {string} leaf
 * @property {string} kind
 * @property {string} proposer
 * @property {Time} proposedAt
 * @property {Time} [expires]
 * @property {number} modalities
 * @property {ActStage} stage
 * @property {boolean} isFinal
 * @property {boolean} withdrawing
 * @property {string} by
 * @property {{code: string, sentence: string}} [flaw]
 * @property {string} [counters]
 * @property {string} [supersedes]
 * @property {ActSide[]} sides
 * @property {Record<string, any>} terms
 *
 * @typedef {{party: string, seats: Record<string, number>, signed: ActAssent[]}} ActSide
 * @typedef {{entry: string, by: Author, role: string, delegation?: string, at: Time}} ActAssent
 *
 * @typedef {object} ActStatement
 * @property {string} entry
 * @property {string} kind
 * @property {Author} by
 * @property {Time} at
 * @property {string} [reason]
 * @property {{code: string, sentence: string}} [refused]
 *
 * @typedef {{act: Act, bytes: string, body: string, statements: ActStatement[]}} ActDetail
 *
 * @typedef {object} Delegation
 * @property {string} delegation the entry that lent it
 * @property {string} party
 * @property {Author} from
 * @property {Author} to
 * @property {string} role
 * @property {string[]} kinds empty for acts of all kinds
 * @property {Time} [until]
 * @property {string} [ended]
 *
 * @typedef {object} ChangeEvent
 * @property {Time} at
 * @property {string} [incident]
 * @property {string} [unit]
 * @property {string[]} [entries]
 * @property {string} [peer]
 * @property {string} [state]
 * @property {'p1' | 'p2' | 'link_lost' | 'deadline_missed'} [alarm]
 * @property {number} [missed]
 *
 * @typedef {Record<string, string>} Wording the same words, by language
 *
 * @typedef {object} CrossingUnit
 * @property {string} unit
 * @property {'medical' | 'fire'} [service]
 * @property {boolean} leave
 * @property {boolean} inside
 * @property {Time} [enteredAt]
 * @property {Time} [leftAt]
 * @property {string} [stop]
 * @property {('not_shown' | 'other_type')[]} doubts
 *
 * @typedef {object} CrossingConfirmation
 * @property {string} unit
 * @property {Time} [confirmedAt]
 * @property {string} [entry]
 * @property {Clock} [clock]
 *
 * @typedef {object} CrossingStop
 * @property {string} stop
 * @property {string} entry
 * @property {Author} by
 * @property {Time} at
 * @property {Wording} [reason]
 * @property {CrossingConfirmation[]} units
 *
 * @typedef {object} Crossing
 * @property {string} crossing
 * @property {string} entry
 * @property {'assent' | 'fast_lane'} basis
 * @property {string} incident
 * @property {string} visitor
 * @property {string} host
 * @property {string} stage
 * @property {boolean} isFinal
 * @property {{from: Time, until: Time, answerBy?: Time}} window
 * @property {CrossingUnit[]} units
 * @property {Position[]} [area]
 * @property {Wording} purpose
 * @property {Wording} [conditions]
 * @property {string[]} languages
 * @property {{role: string, officer?: Author, entry?: string}} inCharge
 * @property {CrossingStop[]} stops
 * @property {{how: string, at: Time, entry: string}} [ended]
 * @property {{owed: boolean, due: Time, overdue?: string, made: {party: string, at: Time, entry: string, done: Wording, restrictions?: Wording}[]}} report
 * @property {Clock[]} clocks
 * @property {{code: string, sentence: string}} [flaw]
 *
 * @typedef {object} CrossingBreach
 * @property {string} entry
 * @property {string} party
 * @property {string} unit
 * @property {Time} at
 * @property {Time} [leftAt]
 * @property {{code: string, sentence: string}} why
 *
 * @typedef {{now: Time, items: Crossing[], total: number, next?: string, stops: CrossingStop[], breaches: CrossingBreach[]}} CrossingList
 *
 * @typedef {{kind: string, name?: string}} IncidentPart
 * @typedef {{part: IncidentPart, party: string, since?: string, basis?: string}} Holding
 *
 * @typedef {object} HandoverOffer
 * @property {string} act
 * @property {IncidentPart} part
 * @property {string} from
 * @property {string} to
 * @property {Time} at
 * @property {string} standing
 * @property {Time} [expires]
 * @property {Record<string, any>} terms
 *
 * @typedef {object} Passage
 * @property {IncidentPart} part
 * @property {string} from
 * @property {string} to
 * @property {string} act
 * @property {string} entry
 * @property {Time} at
 * @property {'handed_over' | 'given_back'} cause
 * @property {{entry: string, party: string}[]} signatures
 *
 * @typedef {object} Responsibility
 * @property {string} incident
 * @property {Holding} whole
 * @property {Holding[]} parts
 * @property {HandoverOffer[]} offers
 * @property {Passage[]} history
 * @property {boolean} isFinal
 *
 * @typedef {{entry: string, statement: string, by: Author, at: Time, body: Record<string, any>}} SaidBetween
 *
 * @typedef {object} ActivityWarning
 * @property {{source: 'notice' | 'crossing' | 'patrol', name: string, entry: string, party: string, incident?: string}} other
 * @property {number} distanceM
 * @property {Time} from
 * @property {Time} until
 * @property {string[]} known
 * @property {boolean} deconflicted
 *
 * @typedef {object} Activity
 * @property {string} activity
 * @property {string} entry
 * @property {string} party
 * @property {'planned' | 'running' | 'over' | 'cancelled'} stage
 * @property {boolean} isFinal
 * @property {Record<string, any>} notice
 * @property {string} version
 * @property {string} versionEntry
 * @property {number} changes
 * @property {string[]} acknowledgedBy
 * @property {Time} [told]
 * @property {number} [shortBySeconds]
 * @property {number} [longerBySeconds]
 * @property {ActivityWarning[]} warnings
 *
 * @typedef {object} ActivityDetail
 * @property {Activity} activity
 * @property {{entry: string, at: Time, notice: Record<string, any>, reason?: Wording}[]} versions
 * @property {SaidBetween[]} acknowledgements
 * @property {SaidBetween[]} comments
 * @property {SaidBetween} [cancelled]
 *
 * @typedef {{status: string, since?: Time, limit?: Time, due?: Time, leftSeconds?: number}} InformationDeadline
 *
 * @typedef {object} InformationRequest
 * @property {string} request
 * @property {string} entry
 * @property {string} by
 * @property {string} to
 * @property {'asked' | 'received' | 'clarifying' | 'answered' | 'withdrawn'} stage
 * @property {boolean} isFinal
 * @property {Time} askedAt
 * @property {number} ageSeconds
 * @property {Record<string, any>} asked
 * @property {InformationDeadline} deadline
 *
 * @typedef {object} InformationDetail
 * @property {InformationRequest} request
 * @property {SaidBetween} [received]
 * @property {{asked: SaidBetween, given?: SaidBetween}[]} clarifications
 * @property {SaidBetween[]} answers
 * @property {SaidBetween[]} deferrals
 * @property {SaidBetween} [withdrawn]
 *
 * @typedef {object} InformationTally
 * @property {string} party
 * @property {number} asked
 * @property {number} urgent
 * @property {number} deferred
 * @property {Record<string, number>} statuses
 * @property {Record<string, number>} replies
 * @property {Record<string, number>} grounds
 *
 * @typedef {object} SectorReach of one sector, as `posture.summary` has it
 * @property {string} sector
 * @property {number} units
 * @property {number} share_permille
 *
 * @typedef {object} Coverage the body of `posture.summary`
 * @property {SectorReach[]} sectors
 * @property {number} within_min
 *
 * @typedef {object} PostureGap
 * @property {string} sector
 * @property {string} reached
 * @property {string[]} reachedBy
 * @property {string[]} silent
 * @property {Record<string, {units: number, sharePermille: number}>} said by side
 * @property {number} openAtLeastPermille
 * @property {number} openAtMostPermille
 *
 * @typedef {object} Posture
 * @property {string[]} sectors
 * @property {{party: string, isFinal: boolean, said: SaidBetween}[]} summaries
 * @property {PostureGap[]} gaps
 * @property {PostureNegotiation} [negotiation]
 * @property {PostureNegotiation} [settled]
 *
 * @typedef {object} SectorHelp of one sector, as `posture.offer` has it; means in halves of a unit
 * @property {string} sector
 * @property {number} home
 * @property {number} across
 * @property {number} sure
 *
 * @typedef {object} OfferBody the body of `posture.offer`
 * @property {SectorHelp[]} sectors
 * @property {number} within_min
 * @property {number} handover_min
 * @property {number} depth_m how far beyond the line units go
 *
 * @typedef {object} PostureNegotiation
 * @property {{entry: string, statement: string, party: string, body: OfferBody}[]} offers
 * @property {string} [accepted]
 *
 * @typedef {object} PostureCounsel
 * @property {OfferBody} [offer]
 * @property {{label: string}[]} posts
 * @property {string} [accept]
 * @property {number} togetherPermille
 * @property {number} surePermille
 * @property {number} alonePermille
 *
 * @typedef {object} PostureYear
 * @property {'drawn' | 'recorded'} source
 * @property {number} days
 * @property {number} calls
 * @property {number} inTime
 * @property {number} missed
 * @property {number} medianMin
 * @property {number} ninthMin
 * @property {number} busyPermille
 * @property {number} [lateWithHelpNear]
 * @property {number} leftOut
 * @property {{sector: string, calls: number, inTime: number, sure?: number}[]} sectors
 *
 * @typedef {object} PostureMoves
 * @property {{from: {label: string}, to: {label: string}, minutes?: number}[]} moves
 * @property {{label: string}[]} freed
 * @property {{label: string}[]} waiting
 * @property {number} minutes
 *
 * @typedef {object} PostureCrossings
 * @property {number} acrossNow
 * @property {{crossing: string, isOpen: boolean, across: number}[]} crossings
 *
 * @typedef {object} PostureSizing
 * @property {number} sites
 * @property {number} [posts]
 * @property {number} [atLeast]
 * @property {{label: string}[]} where
 *
 * @typedef {object} PosturePlan
 * @property {SaidBetween} said
 * @property {number} coveredPermille
 * @property {number} gapPermille
 * @property {Coverage} summary
 *
 * @typedef {object} ClauseWorth what posts are worth if an agreed rule were another, in ten-thousandths
 * @property {'target' | 'handover' | 'depth' | 'crossing'} rule
 * @property {number} value
 * @property {boolean} isAgreed
 * @property {number} home
 * @property {number} across
 *
 * @typedef {object} PlanWorth
 * @property {ClauseWorth[]} clauses
 * @property {{free: number, held: number[], coveredPermille: number, moved: number}[]} table
 */

/**
 * @typedef {object} PlanFigures one plan of posts, over the sites of a comparison; shares in ten-thousandths
 * @property {number[]} sites where a unit stands, by the place of the site in the list
 * @property {number} covered
 * @property {number} [gapPermille]
 * @property {number} [sure]
 * @property {{sector: string, units: number, sharePermille: number}[]} sectors
 * @property {number[]} present how many units are in time at each point of the line
 * @property {ClauseWorth[]} clauses
 * @property {{from?: number, to?: number, metres?: number, gain: number}[]} moves from where units stand today
 *
 * @typedef {object} PlansLaid
 * @property {{place: {label: string, position: Position}, units: string[]}[]} sites
 * @property {number} perSite
 * @property {number} spacingMetres
 * @property {{sector: string, metres: number}[]} points
 * @property {number} unitsLeftOut
 * @property {number} floor
 * @property {number} bound
 * @property {PlanFigures} today
 * @property {PlanFigures} best
 *
 * @typedef {object} PlanComparison
 * @property {'none' | 'running' | 'done' | 'stopped' | 'failed'} stage
 * @property {number} [number]
 * @property {{posts: number, withinMin: number, busyPermille: number, unitType: string}} [asked]
 * @property {number} sitesDone
 * @property {number} sites
 * @property {PlansLaid} [plans]
 */

export {};
