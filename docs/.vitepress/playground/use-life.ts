import type { AnswerAction } from 'group-invitations'
import { type Ref, shallowRef, watch } from 'vue'
import type { Life, LifeView } from './life.js'
import type { GroupKey, PersonKey } from './people.js'
import type { State } from './state.js'

/** What happens after the draft, as it stands on the page. */
export interface LifeOnPage {
  readonly view: Readonly<Ref<LifeView>>
  send(): Promise<void>
  deliver(): Promise<void>
  answer(action: AnswerAction, invitationId: string): Promise<void>
  startOver(): void
  /** The standing that somebody has by now. */
  standingOf(group: GroupKey, person: PersonKey): Promise<State['recipientStanding']>
}

const NOTHING: LifeView = { events: [], sent: [], received: [], outbox: [], sentHere: [] }

/** The services are loaded with the first action: a draft needs none of them. */
export function useLife(state: Readonly<Ref<State>>): LifeOnPage {
  const view = shallowRef(NOTHING)
  let life: Life | undefined
  let turns = 0

  const look = async () => {
    if (life === undefined) return
    const turn = (turns += 1)
    const seen = await life.look(state.value)
    // A later look has begun, and sees more.
    if (turn === turns) view.value = seen
  }

  const act = async (action: (life: Life) => Promise<void>) => {
    const { Life } = await import('./life.js')
    life ??= new Life()
    await action(life)
    await look()
  }

  // The lists depend on people, group and clock, and not on the draft.
  watch(
    () => JSON.stringify({ ...state.value, subject: '', text: '' }),
    () => void look(),
  )

  return {
    view,
    send: () => act((started) => started.send(state.value)),
    deliver: () => act((started) => started.deliver(state.value)),
    answer: (action, id) => act((started) => started.answer(state.value, action, id)),
    startOver: () => {
      life = undefined
      turns += 1
      view.value = NOTHING
    },
    standingOf: async (group, person) => (await life?.standingOf(group, person)) ?? 'none',
  }
}
