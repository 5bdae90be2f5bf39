import type { CaseName } from './case-names.js'
import { caseTexts } from './case-texts.js'
import { defaultState, type Language, profileLines, type State } from './state.js'

/** The state of a case, which differs from the first one in little. */
export function caseOf(name: CaseName, language: Language): State {
  return { ...defaultState(language), ...changesOf(name, language) }
}

function changesOf(name: CaseName, language: Language): Partial<State> {
  const texts = caseTexts[language]
  switch (name) {
    case 'approved':
      return {}
    case 'massMail':
      return { subject: '', text: texts.massMail, copies: 2, copied: texts.massMailToOthers }
    case 'noSalutation':
      return { text: texts.noSalutation }
    case 'optedOut':
      return { optOuts: ['all'] }
    case 'cooldown':
      return { invitedOn: '2026-06-15' }
    case 'alreadyMember':
      return { recipientStanding: 'member' }
    case 'arabic':
      return {
        ...{ recipient: 'layla', ...profileLines('layla'), locale: 'ar' },
        ...{ subject: 'لقاء في هامبورغ', text: texts.arabic },
      }
    case 'link':
      return { text: texts.link }
    case 'placeholder':
      return { text: texts.placeholder }
    case 'suspected':
      return { text: texts.suspected }
  }
}
