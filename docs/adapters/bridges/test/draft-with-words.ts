import { aRequest } from '../../../../test/support/builders.js'

/** Of words that occur nowhere else, with the sign by which Knex parts the statement from the message. */
export const REQUEST = aRequest({
  subject: 'Zwiebelkuchen - und Federweißer',
  text: 'Lieber Bernd, du bietest TypeScript an: komm doch - wenn du magst - zum Stammtisch.',
  reference: { field: 'haves', entry: 'TypeScript' },
})

export const WORDS = [REQUEST.subject, REQUEST.text, REQUEST.reference?.entry]
  .flatMap((written) => written?.split(/[^\p{L}]+/u) ?? [])
  .filter((word) => word.length > 3)
