/** How many rows each table has. `docs/testing.md` says so too, and a test holds it to that. */
export const ROWS = {
  evaluate: 87_690,
  drafts: 2_640,
  send: 10_970,
  decide: 41_600,
  contents: 27_552,
  contactsFor: 6_600,
  groupsFor: 2_640,
  decideAnswer: 216_000,
  answers: 30_345,
}

export const thousands = (count: number) => count.toLocaleString('en-US')
