import { beginWithin } from "../begin-within"

const numbers = (count: number) => Array.from({ length: count }, (_, at) => at)

const nextTurn = () => new Promise(setImmediate)

describe("beginning in time", () => {
  it("does all of it, so many at once", async () => {
    let running = 0
    let most = 0
    const done: number[] = []
    const left = await beginWithin(numbers(20), 3, 60_000, async (item) => {
      most = Math.max(most, ++running)
      await nextTurn()
      running--
      done.push(item)
    })
    expect(left).toEqual([])
    expect(done.sort((a, b) => a - b)).toEqual(numbers(20))
    expect(most).toBe(3)
  })

  it("begins with no more once the time is over, and says what is left", async () => {
    let now = 0
    const clock = jest.spyOn(performance, "now").mockImplementation(() => now)
    const begun: number[] = []
    const left = await beginWithin(numbers(10), 2, 20, async (item) => {
      begun.push(item)
      await nextTurn()
      now = 30
    })
    clock.mockRestore()
    expect(begun).toEqual([0, 1])
    expect(left).toEqual(numbers(10).slice(2))
  })

  it("begins with nothing where there is no time", async () => {
    expect(await beginWithin([1], 1, 0, nextTurn)).toEqual([1])
  })
})
