/** A complaint that was upheld. */
export type DecidedRow = {
  invitation_id: string
  inviter_id: string
  ground: 'rules' | 'law'
  provision: string
  reason: string
} & (
  | { measure: 'Withdrawal' | 'AccessDeletion'; frozen_until: null }
  | { measure: 'Freeze'; frozen_until: Date }
)

/**
 * What the inviter is told of a measure, as Article 17(3) of Regulation (EU) 2022/2065 lists it. It has no field for the
 * complaint, its words or the member who made it.
 */
export interface Statement {
  /** (a) The measure, and how long it lasts. Absent: for good. */
  readonly measure: 'Withdrawal' | 'Freeze' | 'AccessDeletion'
  readonly until?: Date
  /** (b) The facts, in the words of the person who decided. */
  readonly facts: string
  /** (b) Whether somebody has notified content as illegal (Article 16). Never who. */
  readonly followsNotice: boolean
  /** (c) What programs did: none has decided, and `complain` has screened the text for the person. */
  readonly isDecidedByProgram: false
  readonly isScreenedByProgram: true
  /** (d), (e) The law or the rule of the network on which it is based. */
  readonly ground: 'rules' | 'law'
  readonly provision: string
  /** (f) What the inviter can do: a page of your service. */
  readonly redress: string
}

const REDRESS = 'https://network.example/appeals'

export function statementOf(row: DecidedRow): Statement {
  return {
    measure: row.measure,
    ...(row.measure === 'Freeze' && { until: row.frozen_until }),
    facts: row.reason,
    followsNotice: row.ground === 'law',
    isDecidedByProgram: false,
    isScreenedByProgram: true,
    ground: row.ground,
    provision: row.provision,
    redress: REDRESS,
  }
}
