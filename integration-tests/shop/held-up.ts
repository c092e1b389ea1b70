import { EventEmitter, once } from "node:events"

/** The next call of this method waits until it may go on. */
export function heldUp<T extends object>(service: T, method: keyof T & string) {
  const original: unknown = Reflect.get(service, method)
  const going = new EventEmitter()
  const reached = once(going, "reached")
  const may_go_on = once(going, "goes on")
  Reflect.set(service, method, async (...args: unknown[]) => {
    Reflect.set(service, method, original)
    going.emit("reached")
    await may_go_on
    return typeof original === "function"
      ? await Reflect.apply(original, service, args)
      : undefined
  })
  return { reached, goOn: () => void going.emit("goes on") }
}
