import { answerRepositoryContract } from 'group-invitations/testing'
import { describe, expect, test } from 'vitest'
import { textOf } from '../support/repository.js'
import { brokenAdmissions } from './broken-admissions.js'
import { brokenChanges } from './broken-changes.js'
import { brokenLists } from './broken-lists.js'
import { type AnswerAdapter, MapAnswers, mapAnswersFixture } from './map-answers.js'

const casesOf = (Adapter: AnswerAdapter) =>
  answerRepositoryContract(() => mapAnswersFixture(Adapter))

test.each(casesOf(MapAnswers))('an adapter over maps keeps: $name', ({ run }) => run())

const broken = [...brokenChanges, ...brokenAdmissions, ...brokenLists]

describe('an adapter of answers that', () => {
  test.each(broken)('$flaw is found out', async ({ found, Adapter }) => {
    const cases = new Map(casesOf(Adapter).map((each) => [each.id, each]))
    for (const id of found) {
      const broken = cases.get(id)
      await expect(broken?.run(), id).rejects.toThrow(broken?.name)
    }
  })
})
