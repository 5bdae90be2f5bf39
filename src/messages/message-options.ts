import type { Languages } from './messages-for.js'

/**
 * How a message is written.
 *
 * @since 0.1.0
 */
export interface MessageOptions {
  /** The languages to choose the recipient's from; by default English and formal German. */
  readonly languages?: Languages | undefined
}
