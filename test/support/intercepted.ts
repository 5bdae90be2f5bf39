/** The same object of ports, each call of which goes through `around`: its name, as in `memberships.findStandings`. */
export function intercepted<Ports extends object>(
  ports: Ports,
  around: (call: string, args: unknown[], proceed: () => unknown) => unknown,
): Ports {
  const watch = (name: string, port: object): object =>
    new Proxy(port, {
      get(target, method, receiver) {
        const value: unknown = Reflect.get(target, method, receiver)
        if (typeof value !== 'function') return value
        return (...args: unknown[]): unknown =>
          around(`${name}.${String(method)}`, args, () => Reflect.apply(value, target, args))
      },
    })
  const watched = Object.keys(ports).map((name) => [
    name,
    watch(name, Reflect.get(ports, name) as object),
  ])
  // The same ports under the same names, as `Object.fromEntries` forgets.
  return Object.fromEntries(watched) as Ports
}
