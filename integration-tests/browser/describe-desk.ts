import { Desk } from "./desk"

/** Runs tests with one store and one browser, started once for all of them. */
export function describeDesk(
  title: string,
  tests: (desk: () => Desk) => void
): void {
  describe(title, () => {
    let desk: Desk | undefined
    beforeAll(async () => {
      desk = await Desk.open()
    })
    afterAll(async () => await desk?.close())
    tests(() => {
      if (!desk) {
        throw new Error("The desk is not open")
      }
      return desk
    })
  })
}
