import { describe, expect, test } from 'vitest'
import { spelled } from '../../src/content/member-names.js'
import { isNicknameOf } from '../../src/content/nicknames.js'
import { fold } from '../../src/text/fold.js'

const isNickname = (nickname: string, name: string) =>
  isNicknameOf(fold(nickname), new Set(['x', spelled(fold(name))]))

describe('a nickname', () => {
  test.each([
    ['of the list', 'Bob', 'Robert'],
    ['of the list, for each of its names', 'Ulla', 'Ulrike'],
    ['that begins like the name', 'Alex', 'Alexander'],
    ['with an ending', 'Uli', 'Ulrich'],
    ['with another ending', 'Charlie', 'Charles'],
    ['with a doubled letter', 'Steffi', 'Stefanie'],
    ['of two letters', 'Jo', 'Johannes'],
    ['in another spelling', 'Tom', 'Thomas'],
    ['of five letters', 'Marga', 'Margarete'],
    ['within the name', 'Rike', 'Friederike'],
  ])('%s', (_title, nickname, name) => {
    expect(isNickname(nickname, name)).toBe(true)
  })
})

describe('no nickname', () => {
  test.each([
    ['other letters', 'Tmo', 'Thomas'],
    ['one letter', 'J', 'Jana'],
    ['six letters', 'Alexan', 'Alexander'],
    ['a longer name', 'Sebastiano', 'Sebastian'],
    ['within the name, but short', 'Ann', 'Johanna'],
    ['a greeting', 'Hallo', 'Hallomar'],
    ['everybody', 'all', 'Allegra'],
    ['a man', 'man', 'Manfred'],
    ['the nickname of another name', 'Bob', 'William'],
  ])('%s', (_title, nickname, name) => {
    expect(isNickname(nickname, name)).toBe(false)
  })
})
