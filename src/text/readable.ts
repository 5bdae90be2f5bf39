import { READABLE_UNITS } from './limits.js'

/** The text if it is short enough to be read closely, else nothing of it: such a text is over every limit. */
export function readable(text: string): string {
  return text.length > READABLE_UNITS ? '' : text
}
