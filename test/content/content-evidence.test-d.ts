import {
  type ContentEvidence,
  decide,
  type EvidenceCategory,
  type InvitationFacts,
  type ProhibitedCategory,
  type ScreenedEvidence,
  type Serialized,
} from 'group-invitations'
import { screenText, type Screen } from 'group-invitations/content'
import { describe, expectTypeOf, test } from 'vitest'

describe('a category of a service’s own', () => {
  test('needs no cast: as a literal, as a string, and in the facts', () => {
    const literal: ScreenedEvidence = { category: 'harassment', term: 'x', index: 0 }
    const text = 'harassment' as string
    const screen: Screen = (draft, about) => [
      ...screenText(draft, about),
      literal,
      { category: text, term: 'x', index: 0, certainty: 'suspected' },
    ]
    expectTypeOf(screen).toExtend<Screen>()
    const facts = {} as InvitationFacts
    expectTypeOf(decide).toBeCallableWith({} as never, { ...facts, evidence: [literal] })
  })

  test('leaves those of the network in the type, so that editors complete them', () => {
    expectTypeOf<EvidenceCategory>().not.toEqualTypeOf<string>()
    expectTypeOf<ProhibitedCategory>().toExtend<EvidenceCategory>()
    expectTypeOf<ContentEvidence['category']>().toEqualTypeOf<EvidenceCategory>()
  })

  test('is a string, also after JSON', () => {
    const category = {} as Serialized<ContentEvidence>['category']
    expectTypeOf(category).toExtend<string>()
    expectTypeOf(category.length).toEqualTypeOf<number>()
    expectTypeOf<string>().toExtend<Serialized<ContentEvidence>['category']>()
    expectTypeOf({} as Serialized<ContentEvidence>).toExtend<ContentEvidence>()
  })
})
