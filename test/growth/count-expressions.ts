// Runs in a thread of its own. Posts how many regular expressions are made and executed by the import, by the first
// decision of the thread, and by later ones.
import { parentPort } from 'node:worker_threads'
import { factsWith, recentFingerprints } from '../bench/draft.js'
import { ACCEPTED, DENIED_FOR_CONTENT } from '../bench/requests.js'

let made = 0
const executed: string[] = []

// Expressions of the flag `u` are made so in the built package.
globalThis.RegExp = new Proxy(RegExp, {
  construct(target, args, newTarget) {
    made += 1
    return Reflect.construct(target, args, newTarget) as RegExp
  },
})

// Splitting executes an expression at each place, if `exec` is replaced.
const split = RegExp.prototype[Symbol.split]
RegExp.prototype[Symbol.split] = function (text, limit) {
  const before = executed.length
  const parts: string[] = Reflect.apply(split, this, [text, limit])
  executed.splice(before, executed.length, this.source)
  return parts
}

// Every other way to use an expression executes it by this method.
const execute = Reflect.get(RegExp.prototype, 'exec')
RegExp.prototype.exec = function (text) {
  executed.push(this.source)
  return Reflect.apply(execute, this, [text])
}

/** Posts what was counted since the last time. */
function post(name: string): void {
  const different = new Set(executed).size
  parentPort?.postMessage({ name, made, executed: executed.length, different })
  made = 0
  executed.length = 0
}

const { decide } = await import('group-invitations')
post('import')
decide(ACCEPTED, factsWith([]))
post('first decision')

const { fingerprintText } = await import('group-invitations/content')
const facts = factsWith(recentFingerprints(fingerprintText))
for (const [name, request] of [
  ['accepted', ACCEPTED],
  ['denied', DENIED_FOR_CONTENT],
] as const) {
  decide(request, facts)
  made = 0
  executed.length = 0
  decide(request, facts)
  post(name)
}
