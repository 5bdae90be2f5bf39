/** How many rows each table has. `docs/testing.md` says so too, and a test holds it to that. */
export const ROWS = {
  evaluate: 82_200,
  drafts: 2_640,
  send: 5_480,
  decide: 31_200,
  contents: 18_368,
  contactsFor: 1_650,
  groupsFor: 660,
}

export const thousands = (count: number) => count.toLocaleString('en-US')
