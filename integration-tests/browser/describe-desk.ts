import { Desk } from "./desk"

/**
 * Runs tests with one store and one browser, started once for all of them. A
 * test that fails is tried once more, on an empty desk, and the
 * first failure is printed: where a whole Medusa and another suite share the
 * browser's processor, one of a hundred may find something a moment too late.
 */
export function describeDesk(
  title: string,
  tests: (desk: () => Desk) => void
): void {
  jest.retryTimes(1, { logErrorsBeforeRetry: true, retryImmediately: true })
  describe(title, () => {
    let desk: Desk | undefined
    const tried = new Set<string | undefined>()
    beforeAll(async () => {
      desk = await Desk.open()
    })
    beforeEach(async () => {
      const { currentTestName } = expect.getState()
      if (tried.has(currentTestName)) {
        await desk?.clear()
        // A search finds what is canceled, too.
        await desk?.write(
          "update follow_up_task set deleted_at = now() where deleted_at is null",
          []
        )
      }
      tried.add(currentTestName)
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
