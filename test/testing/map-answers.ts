import type {
  NewStanding,
  AnswerRepository,
  ChangeOutcome,
  ChangeRecord,
  Invitation,
  InvitationChange,
  Standing,
} from 'group-invitations'
import type { Fixture, SeedDecoys, SeedNetwork } from 'group-invitations/testing'

export class AnswerTables {
  readonly invitations = new Map<string, Invitation>()
  readonly changes = new Map<string, InvitationChange>()
  readonly standings = new Map<string, Standing>()
  /** The standings that have ended. */
  readonly ended = new Map<string, Standing>()
  /** Members and groups that are gone. */
  readonly gone = new Set<string>()

  end(key: string): void {
    const standing = this.standings.get(key)
    if (standing) this.ended.set(key, standing)
    this.standings.delete(key)
  }
}

/** A correct adapter over a few maps. A broken one overrides one of its small steps; only `write` is atomic. */
export class MapAnswers implements AnswerRepository {
  constructor(protected readonly tables: AnswerTables) {}

  async findChanges(invitationIds: readonly string[]) {
    await this.pause()
    const found = new Map<string, InvitationChange>()
    for (const id of invitationIds) {
      const change = this.storedOf(id)
      if (change) found.set(id, change)
    }
    return found
  }

  async findInvitationsOf(
    memberId: string,
    role: 'inviter' | 'recipient',
    limit: number,
    before?: string,
  ): Promise<readonly Invitation[]> {
    await this.pause()
    const all = this.listOf(memberId, role)
    const start = before === undefined ? 0 : this.startAfter(all, before)
    return start === undefined ? [] : all.slice(start, start + limit)
  }

  async change(record: ChangeRecord): Promise<ChangeOutcome> {
    await this.pause()
    return this.denialOf(record) ?? this.write(record)
  }

  protected listOf(memberId: string, role: 'inviter' | 'recipient'): readonly Invitation[] {
    return [...this.tables.invitations.values()]
      .filter((invitation) => this.isOf(invitation, memberId, role))
      .sort((one, other) => this.order(one, other))
  }

  protected isOf(invitation: Invitation, memberId: string, role: 'inviter' | 'recipient'): boolean {
    return invitation[`${role}Id`] === memberId
  }

  protected order(one: Invitation, other: Invitation): number {
    return +other.sentAt - +one.sentAt || (one.invitationId < other.invitationId ? -1 : 1)
  }

  protected startAfter(all: readonly Invitation[], before: string): number | undefined {
    const at = all.findIndex(({ invitationId }) => invitationId === before)
    return at < 0 ? undefined : at + 1
  }

  protected denialOf(record: ChangeRecord): ChangeOutcome | undefined {
    this.demandInvitation(record)
    return this.statusDenialOf(record) ?? this.banDenialOf(record)
  }

  protected demandInvitation({ change: { invitationId } }: ChangeRecord): void {
    if (!this.tables.invitations.has(invitationId)) throw new Error('no such invitation')
  }

  protected statusDenialOf(record: ChangeRecord): ChangeOutcome | undefined {
    const stored = this.storedOf(record.change.invitationId)
    if (stored === undefined || this.isAllowed(stored, record)) return undefined
    return { type: 'NotChanged', change: stored }
  }

  protected isAllowed(stored: InvitationChange, { from }: ChangeRecord): boolean {
    return from.includes(stored.status)
  }

  protected banDenialOf({ admit }: ChangeRecord): ChangeOutcome | undefined {
    const isBanned = admit && this.standingOf(admit) === 'banned'
    return isBanned ? { type: 'NotAdmitted' } : undefined
  }

  protected write(record: ChangeRecord): ChangeOutcome {
    this.writeChange(record)
    if (!record.admit) return { type: 'Changed' }
    const standing = this.admitted(this.standingOf(record.admit), record.admit)
    this.writeStanding(record.admit, standing)
    return { type: 'Changed', standing }
  }

  protected writeChange({ change }: ChangeRecord): void {
    this.tables.changes.set(this.idKey(change.invitationId), this.kept(change))
  }

  protected writeStanding(admit: NewStanding, standing: Standing): void {
    this.tables.standings.set(standingKey(admit.groupId, admit.memberId), standing)
  }

  protected admitted(before: Standing | undefined, admit: NewStanding): Standing {
    return before === undefined || before === 'pending' ? admit.standing : before
  }

  protected storedOf(invitationId: string): InvitationChange | undefined {
    return this.tables.changes.get(this.idKey(invitationId))
  }

  protected standingOf({ groupId, memberId }: NewStanding): Standing | undefined {
    return this.tables.standings.get(standingKey(groupId, memberId))
  }

  protected idKey(invitationId: string): string {
    return invitationId
  }

  protected kept(change: InvitationChange): InvitationChange {
    return { ...change, changedAt: new Date(change.changedAt) }
  }

  protected pause(): Promise<void> {
    return new Promise((resolve) => setImmediate(resolve))
  }

  seed(
    { invitations, groups }: Pick<SeedNetwork, 'invitations' | 'groups'>,
    { formerMembers, formerGroups, formerMemberships }: SeedDecoys,
  ): void {
    for (const { groupId, memberId, standing } of formerMemberships)
      this.tables.ended.set(standingKey(groupId, memberId), standing)
    for (const { memberId } of formerMembers) this.tables.gone.add(memberId)
    for (const { groupId } of formerGroups) this.tables.gone.add(groupId)
    for (const { textFingerprint: _, ...invitation } of invitations)
      this.tables.invitations.set(invitation.invitationId, invitation)
    for (const { groupId, standings = {} } of groups)
      for (const [memberId, standing] of Object.entries(standings))
        this.tables.standings.set(standingKey(groupId, memberId), standing)
  }
}

export const standingKey = (groupId: string, memberId: string) =>
  JSON.stringify([groupId, memberId])

export type AnswerAdapter = new (tables: AnswerTables) => MapAnswers

/** A second instance shares the tables, and nothing else. */
export function mapAnswersFixture(Adapter: AnswerAdapter): Fixture<AnswerRepository> {
  const tables = new AnswerTables()
  const repository = new Adapter(tables)
  const pause = () => new Promise((resolve) => setImmediate(resolve))
  return {
    repository,
    seed: (network, decoys) => repository.seed(network, decoys),
    another: () => new Adapter(tables),
    async standingOf(groupId, memberId) {
      await pause()
      return tables.standings.get(standingKey(groupId, memberId))
    },
    setStanding(groupId, memberId, standing) {
      if (standing) tables.standings.set(standingKey(groupId, memberId), standing)
      else tables.end(standingKey(groupId, memberId))
    },
    close: () => undefined,
  }
}

/** An adapter with a flaw, and the identifiers of the cases that must fail for it; others may fail too. */
export interface BrokenAnswers {
  readonly flaw: string
  readonly found: readonly string[]
  readonly Adapter: AnswerAdapter
}
