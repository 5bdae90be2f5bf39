/**
 * A value, or a promise of it: a port may return either.
 *
 * @since 0.1.0
 */
export type MaybePromise<Value> = Value | PromiseLike<Value>
