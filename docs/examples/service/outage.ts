import { type LogRecord, toLogRecord } from 'group-invitations'

/** Where a record for the log goes. */
export type Log = (record: LogRecord) => void

/** Logs what has failed. A denial is the rules' answer, and no outage. */
export function logOutage(log: Log, error: { readonly type: string }): void {
  if (error.type === 'DependencyFailed') log(toLogRecord(error))
}
