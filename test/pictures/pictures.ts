import { besideOtherLibraries } from './beside-other-libraries.js'
import { type Drawing, svgOf } from './drawing.js'
import { lifeOfAnInvitation } from './life-of-an-invitation.js'
import { oneVerdict } from './one-verdict.js'
import { sizeOfImports } from './size-of-imports.js'
import { wayOfARequest } from './way-of-a-request.js'
import { wayOfASending } from './way-of-a-sending.js'
import { whatCallsTake } from './what-calls-take.js'
import { whatIsToldToWhom } from './what-is-told-to-whom.js'

/** Where the pictures are. */
export const FOLDER = 'docs/pictures'

const drawings: Readonly<Record<string, () => Drawing | Promise<Drawing>>> = {
  'beside-other-libraries.svg': besideOtherLibraries,
  'life-of-an-invitation.svg': lifeOfAnInvitation,
  'one-verdict.svg': oneVerdict,
  'size-of-imports.svg': sizeOfImports,
  'way-of-a-request.svg': wayOfARequest,
  'way-of-a-sending.svg': wayOfASending,
  'what-calls-take.svg': whatCallsTake,
  'what-is-told-to-whom.svg': whatIsToldToWhom,
}

/** Draws all pictures: the file of each, and what is to be in it. */
export function drawn(): Promise<(readonly [file: string, svg: string])[]> {
  return Promise.all(
    Object.entries(drawings).map(async ([file, draw]) => [file, svgOf(await draw())] as const),
  )
}
