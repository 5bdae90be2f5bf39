import { en } from 'group-invitations/messages'
import { expect, test } from 'vitest'
import { blockHtml, escaped, inlineHtml, unlinked, unlinkedText } from '../../src/messages/html.js'

test('what HTML would read is escaped', () => {
  expect(escaped(`a<b>&amp;"c"'d'`)).toBe('a&lt;b&gt;&amp;amp;&quot;c&quot;&#39;d&#39;')
})

test('a line stands in an element of its own', () => {
  expect(inlineHtml(' <Anna>\nSchmidt ', en.language)).toBe('<bdi>&lt;Anna&gt; Schmidt</bdi>')
})

test('lines are kept', () => {
  expect(blockHtml('a<b\n\nc.de\r\ne')).toBe('a&lt;b<br><br>c<span>.</span>de<br>e')
})

test('each joint of an address is parted, and nothing else', () => {
  expect(unlinked('see evil.example/a: or <b> or a@b.de.')).toBe(
    'see evil<span>.</span>example<span>/</span>a<span>:</span> or &lt;b&gt; or a<span>@</span>b<span>.</span>de<span>.</span>',
  )
  expect(unlinkedText('see  evil.example\tor\na@b.de')).toBe(
    'see  evil\u2060.\u2060example\tor\na\u2060@\u2060b\u2060.\u2060de',
  )
})

test('what is no address stands as it is', () => {
  const text = 'Am 1.12.2027 um 19:30, z.B. und/oder d.h. (u.a.) Seite 3/4: 1.5 km. Bis dann!'
  expect(unlinked(text)).toBe(text)
  expect(unlinkedText(text)).toBe(text)
})
