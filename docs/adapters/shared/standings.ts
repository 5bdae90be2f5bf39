import type { GroupId, MemberId, Standing } from 'group-invitations'

export interface StandingRow {
  group_id: GroupId
  member_id: MemberId
  standing: Standing
}

/** The standings as `findStandings` returns them. */
export function standingsIn(
  rows: readonly StandingRow[],
): ReadonlyMap<GroupId, ReadonlyMap<MemberId, Standing>> {
  const standings = new Map<GroupId, Map<MemberId, Standing>>()
  for (const { group_id, member_id, standing } of rows) {
    const inGroup = standings.get(group_id) ?? new Map<MemberId, Standing>()
    standings.set(group_id, inGroup.set(member_id, standing))
  }
  return standings
}
