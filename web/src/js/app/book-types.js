/**
 * What the node says of the barter account, as the contract has it. Amounts are whole ten-thousandths of the unit of
 * account; days are days of the account, `2026-03-21`.
 *
 * @typedef {{party: string, size: number}} BookHead
 *
 * @typedef {object} BookSame
 * @property {'same' | 'not_compared' | 'differs'} state
 * @property {string} digest
 * @property {number} vouchers
 * @property {BookHead[]} heads as of which this node has it
 * @property {BookHead[]} compared as of which both had the same
 * @property {string} [changedBy]
 * @property {string} [changedAt]
 * @property {{entry: string, voucher?: VoucherRef}} [difference]
 *
 * @typedef {{voucher: string, number: string}} VoucherRef
 *
 * @typedef {object} BookSide
 * @property {string} party
 * @property {number} limit
 * @property {number} credit beside it
 * @property {number} owed
 * @property {number} reserved for deliveries by it
 * @property {number} exposure
 * @property {number} room
 *
 * @typedef {object} BookDue
 * @property {string} debtor
 * @property {number} amount
 * @property {number} paid
 * @property {number} left
 * @property {number} period
 * @property {string} since
 * @property {string} by
 * @property {boolean} isLate
 *
 * @typedef {{day: string, reserved: number, contracted: number}} OutlookDay
 *
 * @typedef {object} OpenedBook
 * @property {string} act
 * @property {string} unit
 * @property {string} from
 * @property {string} [until]
 * @property {string} today
 * @property {number} net what the second side owes the first
 * @property {[BookSide, BookSide]} sides
 * @property {{account: string, amount: number}[]} parts
 * @property {{account: string, amount: number}[]} differences
 * @property {{number: number, from: string, until: string, isOver: boolean}} period
 * @property {BookDue} [due]
 * @property {{days: OutlookDay[], beyond?: {party: string, day: string}}} [outlook]
 * @property {{days: number, moved: number, reach?: {party: string, days: number}}} [pace]
 * @property {number} unclosedPeriods
 *
 * @typedef {object} Book
 * @property {BookSame} same
 * @property {{swing: number, settlementDays: number}} rules
 * @property {Record<string, number>} numbers
 * @property {number} waiting
 * @property {OpenedBook} [account]
 *
 * @typedef {{ledger: string, account: string, amount: number, isHeld: boolean}} BookLine
 *
 * @typedef {object} Voucher
 * @property {string} voucher
 * @property {string} number
 * @property {string} kind
 * @property {string} party
 * @property {string} [on]
 * @property {number} [period]
 * @property {number} moved
 * @property {string} [contract]
 * @property {Record<string, string>} [goods]
 * @property {BookLine[]} lines
 * @property {string} [reversedBy]
 *
 * @typedef {object} Ground
 * @property {string} as
 * @property {string} entry
 * @property {string} statement
 * @property {string} [voucher]
 * @property {string} [leaf]
 * @property {string} [party]
 * @property {string} [at]
 * @property {boolean} isFinal
 *
 * @typedef {{line: number, of: number, root: string, text: string, path: string[]}} LineOfAct its place in an act of many, with the proof
 *
 * @typedef {object} VoucherDetail
 * @property {string} [unit]
 * @property {number} place
 * @property {Voucher} voucher
 * @property {string} identity
 * @property {string} digest
 * @property {number} residue
 * @property {import('./types.js').Act} [act]
 * @property {import('./types.js').SaidBetween} [said]
 * @property {LineOfAct} [line]
 * @property {Ground[]} grounds
 *
 * @typedef {{net: number, sides: [BookSide, BookSide]}} Position
 *
 * @typedef {object} Priced
 * @property {string} acceptance
 * @property {string} statement
 * @property {string} [on]
 * @property {string} valued an exact fraction
 * @property {string} unit
 * @property {number} booked
 * @property {number} worth
 * @property {number} delta
 * @property {boolean} isChosen
 *
 * @typedef {object} Tried an act about the account before it is signed
 * @property {string} now
 * @property {string} unit
 * @property {string} kind
 * @property {Record<string, any>} terms
 * @property {string} [objection]
 * @property {Position} before
 * @property {Position} [after]
 * @property {BookLine[]} lines
 * @property {Priced[]} priced
 *
 * @typedef {object} Figures
 * @property {number} period
 * @property {string} from
 * @property {string} until
 * @property {number} opening
 * @property {number} interest
 * @property {number} closing
 * @property {number} vouchers
 * @property {string} journal
 *
 * @typedef {{figure: string, here: number | string, there: number | string}} FigureDifference
 *
 * @typedef {object} Draft
 * @property {Figures} figures
 * @property {boolean} isOver
 * @property {Record<string, any>} terms
 * @property {{act: import('./types.js').Act, differs: FigureDifference[]}[]} proposals
 *
 * @typedef {object} Closed
 * @property {Figures} figures
 * @property {boolean} isOf
 * @property {VoucherRef} voucher
 * @property {string} signedAt
 * @property {BookDue} [due]
 *
 * @typedef {object} StatementDetail
 * @property {string} now
 * @property {string} unit
 * @property {string[]} sides
 * @property {Closed} [closed]
 * @property {Draft} [open]
 * @property {import('./types.js').Act} [act]
 * @property {Voucher[]} settlements
 */

export {};
