import type {
  CommitOutcome,
  Delivery,
  Invitation,
  InvitationClaim,
  InvitationRecord,
  InvitationRepository,
  Pace,
} from 'group-invitations'
import type { Fixture, SeedNetwork } from 'group-invitations/testing'

export class Tables {
  readonly claims = new Map<string, InvitationClaim & { inviterId: string; recipientId: string }>()
  readonly invitations = new Map<string, Invitation>()
  readonly fingerprints: {
    inviterId: string
    recipientId: string
    sentAt: Date
    textFingerprint: string
  }[] = []
  readonly deliveries = new Map<string, Delivery>()
  readonly freeAts = new Map<string, Date>()
}

/** A correct adapter over a few maps. A broken one overrides one of its small steps; only `write` is atomic. */
export class MapInvitations implements InvitationRepository {
  constructor(protected readonly tables: Tables) {}

  async findClaims(inviterId: string, recipientIds: readonly string[]) {
    await this.pause()
    const claims = new Map<string, InvitationClaim>()
    for (const recipientId of recipientIds) {
      const claim = this.claimOf(inviterId, recipientId, 'chess')
      if (claim) claims.set(recipientId, claim)
    }
    return claims
  }

  async findRecentFingerprints(inviterId: string, since: Date, limit: number) {
    await this.pause()
    return this.tables.fingerprints
      .filter((sent) => sent.inviterId === inviterId && sent.sentAt >= since)
      .sort((one, other) => +other.sentAt - +one.sentAt)
      .slice(0, limit)
      .map(({ recipientId, textFingerprint }) => ({ recipientId, textFingerprint }))
  }

  async findInvitation(invitationId: string): Promise<Invitation | undefined> {
    await this.pause()
    return this.tables.invitations.get(this.idKey(invitationId))
  }

  async findFreeAt(inviterId: string): Promise<Date | undefined> {
    await this.pause()
    return this.freeAtOf(inviterId)
  }

  async commit(record: InvitationRecord): Promise<CommitOutcome> {
    await this.pause()
    const denial = this.denialOf(record)
    if (denial) return denial
    this.write(record)
    return { type: 'Committed' }
  }

  protected denialOf(record: InvitationRecord): CommitOutcome | undefined {
    return this.idDenialOf(record) ?? this.pairDenialOf(record) ?? this.paceDenialOf(record)
  }

  protected idDenialOf({ invitation }: InvitationRecord): CommitOutcome | undefined {
    const stored = this.tables.invitations.get(this.idKey(invitation.invitationId))
    return stored && { type: 'IdTaken', invitation: stored }
  }

  protected pairDenialOf({ invitation }: InvitationRecord): CommitOutcome | undefined {
    const { inviterId, recipientId, groupId, sentAt } = invitation
    const claim = this.claimOf(inviterId, recipientId, groupId)
    return claim && this.holds(claim, sentAt) ? { type: 'PairTaken', claim } : undefined
  }

  protected paceDenialOf({ invitation, pace }: InvitationRecord): CommitOutcome | undefined {
    const freeAt = this.freeAtOf(this.paceKey(invitation))
    return pace && freeAt && this.isTooFast(freeAt, invitation.sentAt, pace)
      ? { type: 'PaceTaken', freeAt }
      : undefined
  }

  protected write(record: InvitationRecord): void {
    this.writeClaim(record)
    this.writeInvitation(record)
    this.writeDeliveries(record)
    this.writePace(record)
  }

  protected writePace({ invitation, pace }: Pick<InvitationRecord, 'invitation' | 'pace'>): void {
    const key = this.paceKey(invitation)
    if (pace) this.setFreeAt(key, this.freeAtAfter(this.freeAtOf(key), invitation.sentAt, pace))
  }

  protected writeClaim({ invitation }: Pick<InvitationRecord, 'invitation'>): void {
    const { invitationId, inviterId, recipientId, groupId } = invitation
    const key = this.pairKey(inviterId, recipientId, groupId)
    const sentAt = this.kept(invitation.sentAt)
    const repeatableAt = this.kept(invitation.repeatableAt)
    this.tables.claims.set(key, { invitationId, inviterId, recipientId, sentAt, repeatableAt })
  }

  protected writeInvitation({
    invitation,
    textFingerprint,
  }: Omit<InvitationRecord, 'deliveries'>): void {
    const { invitationId, inviterId, recipientId } = invitation
    const sentAt = this.kept(invitation.sentAt)
    const repeatableAt = this.kept(invitation.repeatableAt)
    this.tables.invitations.set(this.idKey(invitationId), { ...invitation, sentAt, repeatableAt })
    if (textFingerprint !== '')
      this.tables.fingerprints.push({ inviterId, recipientId, sentAt, textFingerprint })
  }

  protected writeDeliveries({ deliveries }: Pick<InvitationRecord, 'deliveries'>): void {
    for (const delivery of deliveries) this.tables.deliveries.set(delivery.deliveryId, delivery)
  }

  protected claimOf(inviterId: string, recipientId: string, groupId: string) {
    const claim = this.tables.claims.get(this.pairKey(inviterId, recipientId, groupId))
    if (!claim) return undefined
    const { invitationId, sentAt, repeatableAt } = claim
    return { invitationId, sentAt, repeatableAt }
  }

  protected pairKey(inviterId: string, recipientId: string, _groupId: string): string {
    return JSON.stringify([inviterId, recipientId])
  }

  protected idKey(invitationId: string): string {
    return invitationId
  }

  protected holds(claim: InvitationClaim, sentAt: Date): boolean {
    return claim.repeatableAt > sentAt
  }

  protected paceKey({ inviterId }: Invitation): string {
    return inviterId
  }

  protected freeAtOf(key: string): Date | undefined {
    return this.tables.freeAts.get(key)
  }

  protected setFreeAt(key: string, freeAt: Date): void {
    this.tables.freeAts.set(key, freeAt)
  }

  protected isTooFast(freeAt: Date, sentAt: Date, { burst, everyMs }: Pace): boolean {
    return +freeAt - (burst - 1) * everyMs > +sentAt
  }

  protected freeAtAfter(freeAt: Date = new Date(0), sentAt: Date, { everyMs }: Pace): Date {
    return this.kept(new Date(Math.max(+freeAt, +sentAt) + everyMs))
  }

  protected kept(instant: Date): Date {
    return new Date(instant)
  }

  protected pause(): Promise<void> {
    return new Promise((resolve) => setImmediate(resolve))
  }

  seed({ invitations }: Pick<SeedNetwork, 'invitations'>): void {
    const inOrder = [...invitations].sort((one, other) => +one.repeatableAt - +other.repeatableAt)
    for (const { textFingerprint = '', ...invitation } of inOrder) {
      this.writeClaim({ invitation })
      this.writeInvitation({ invitation, textFingerprint })
    }
  }
}

/** A second instance shares the tables, and nothing else. */
export function mapFixture(
  Adapter: new (tables: Tables) => MapInvitations,
): Fixture<InvitationRepository> {
  const tables = new Tables()
  const repository = new Adapter(tables)
  return {
    repository,
    seed: (network) => repository.seed(network),
    deliveries: () => [...tables.deliveries.values()],
    another: () => new Adapter(tables),
    close: () => undefined,
  }
}

export interface BrokenInvitations {
  readonly flaw: string
  readonly promise: string
  readonly Adapter: new (tables: Tables) => MapInvitations
}
