import { describe, expect, test } from 'vitest'
import { maskText } from '../../docs/examples/masking.js'

const anna = { displayName: 'Dr. Anna-Lena Schmidt', wants: [], haves: [], other: [] }
const bernd = {
  ...{ displayName: 'Bernd Müller', givenName: 'Bernd', familyName: 'Müller' },
  ...{ wants: [], haves: ['TypeScript'], other: ['Elbwerk GmbH'] },
}
const jorg = { displayName: 'Jörg Bo Weiß-Şahin', wants: [], haves: [], other: [] }
const masked = (text: string) => maskText(text, [anna, bernd, jorg])

describe('masking', () => {
  test.each([
    ['Lieber Bernd, viele Grüße, Anna-Lena', 'Lieber [name], viele Grüße, [name]-[name]'],
    ['Guten Tag Herr MUELLER', 'Guten Tag Herr [name]'],
    ['JOERG WEISS und Sahin', '[name] [name] und [name]'],
    ['Hallo Bo', 'Hallo [name]'],
    ['Bernds Vortrag, Müller’s Buch', '[name] Vortrag, [name]’s Buch'],
    ['Be\u200Drnd und \uFF22\uFF45\uFF52\uFF4E\uFF44', '[name] und [name]'],
    ['Be\u0301rnd', '[name]'],
    ['anna@mail.example, https://evil.example/x?y=1', '[address] [address]'],
    ['www.evil.example und evil.example.', '[address] und [address]'],
    ['www.4711', '[address]'],
    ['anna＠mail．example', '[address]'],
    ['Ruf an: +49 (0)40 / 123-45 67!', 'Ruf an: [number]!'],
    ['123456 und 12 34-56', '[number] und [number]'],
    ['DE89 3704 0044 0532 0130 00', 'DE[number]'],
    ['٠٤٠ ١٢٣٤٥٦', '[number]'],
    ['Erste Zeile\nBernd', 'Erste Zeile\n[name]'],
  ])('masks %j', (text, expected) => {
    expect(masked(text)).toBe(expected)
  })

  test.each([
    'Wir treffen uns z.B. um 18:30 Uhr, im 2. Stock. Bis Montag!',
    'Bernhard, Annalise und Schmidtchen',
    'In 90 Tagen 5000 Euro nebenbei',
    '12345 und 1 23 45',
    '',
  ])('leaves %j as it is', (text) => {
    expect(masked(text)).toBe(text)
  })

  test.each([
    ['names of others', 'Frag Clara'],
    ['nicknames and misspelled names', 'Lieber Berndi, lieber Brend'],
    ['towns and employers', 'Elbwerk GmbH, Hafenstraße 1, Hamburg'],
    ['what is spelled out', 'anna at mail dot example, null vier null'],
  ])('says that it does not mask %s', (_what, text) => {
    expect(masked(text).replaceAll('[name]', '')).toBe(text.replace('anna ', ' '))
  })

  test('removes what turns or hides the text from its reader', () => {
    expect(masked('gut\u202Egeschrieben\u0007 \u2066so')).toBe('gutgeschrieben so')
  })

  test('takes a time that is linear in the text', () => {
    const timeOf = (length: number) => {
      const text = '1 .-'.repeat(length / 4) + 'a.'.repeat(length / 2)
      const start = performance.now()
      masked(text)
      return performance.now() - start
    }
    timeOf(1000)
    expect(timeOf(40_000)).toBeLessThan(2000)
  })
})
