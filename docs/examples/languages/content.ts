import type { PolicyOptions } from 'group-invitations'
import {
  createTermScreener,
  type FindMentions,
  findMentions,
  PROHIBITED_TERMS,
} from 'group-invitations/content'

/** For members who write French: what the rules do not understand, they only advise. */
export const optionsForFrench: PolicyOptions = {
  enforcement: { SalutationMissing: 'advise', ProfileReferenceMissing: 'advise' },
  screen: createTermScreener({
    terms: [
      ...PROHIBITED_TERMS,
      { term: 'revenu passif', category: 'multi-level-marketing', certainty: 'sure' },
      { term: 'vente multiniveau', category: 'multi-level-marketing', certainty: 'sure' },
    ],
  }),
}

/** The article, also behind "and", "in", "as" or "for", which Arabic writes together with it. */
const ARTICLE = /(?<!\p{L})[وف]?(?:[بك]?ال|لل)(\p{L}{2,})/gu

/** Compares Arabic words with and without their article: "بالتسويق" mentions "التسويق" and "تسويق". */
export const findMentionsInArabic: FindMentions = ({ text }, about) =>
  findMentions({ text: text.replace(ARTICLE, 'ال$1 $1') }, about)
