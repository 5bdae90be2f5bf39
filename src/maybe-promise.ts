/** A value, or a promise of it: a port may answer either way. */
export type MaybePromise<Value> = Value | PromiseLike<Value>
