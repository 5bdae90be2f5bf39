import { onBeforeUnmount, onMounted, type Ref, shallowRef } from 'vue'
import type { Language, State } from './state.js'
import { readState, type ReadState, writeState } from './state-in-url.js'

/** The case on the page, and how a part of it changes it. */
export interface StateOnPage {
  readonly state: Readonly<Ref<State>>
  /** What of the link could not be read. */
  readonly read: Readonly<Ref<Omit<ReadState, 'state'>>>
  /** `part` names what has changed: a run of changes of one part is one step back. */
  change(patch: Partial<State>, part: string): void
}

/** Browsers ignore more than a few writes a second. */
const WAIT = 300

/** Keeps the state in the fragment of the URL, so that a link shows a case, and back and forward go through them. */
export function useState(): StateOnPage {
  const first = readState(location.hash.slice(1), languageOf(navigator.languages))
  const state = shallowRef(first.state)
  const read = shallowRef<Omit<ReadState, 'state'>>(first)
  let lastPart = ''
  let written = ''
  let timer: ReturnType<typeof setTimeout> | undefined

  const stopWaiting = () => {
    clearTimeout(timer)
    timer = undefined
  }

  const write = () => {
    stopWaiting()
    const link = writeState(state.value)
    if (link !== written) history.replaceState(history.state, '', `#${link}`)
    written = link
  }

  const change = (patch: Partial<State>, part: string) => {
    if (part !== lastPart) {
      if (lastPart !== '') write()
      // Without a state of its own, so that the router of the site leaves it to us.
      history.pushState(null, '', location.href)
    }
    lastPart = part
    state.value = { ...state.value, ...patch }
    read.value = { isOtherVersion: false, unread: [] }
    // The first of a run stands in the URL at once, and what follows as soon as there is a pause.
    if (timer === undefined) write()
    clearTimeout(timer)
    timer = setTimeout(write, WAIT)
  }

  const readAgain = () => {
    stopWaiting()
    lastPart = ''
    written = ''
    const found = readState(location.hash.slice(1), state.value.language)
    state.value = found.state
    read.value = found
  }

  onMounted(() => {
    addEventListener('popstate', readAgain)
  })
  onBeforeUnmount(() => {
    clearTimeout(timer)
    removeEventListener('popstate', readAgain)
  })
  return { state, read, change }
}

/** The first of the visitor's languages that the playground has. */
function languageOf(locales: readonly string[]): Language {
  const found = locales.find((locale) => /^(de|en)\b/i.test(locale))
  return found?.toLowerCase().startsWith('de') ? 'de' : 'en'
}
