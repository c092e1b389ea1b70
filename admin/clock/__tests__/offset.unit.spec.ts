import { betterOffset } from "../offset"

describe("the offset between the server's clock and the browser's", () => {
  it("is what the first answer says", () => {
    expect(betterOffset(null, 50_000, 20_000)).toBe(30_000)
  })

  it("is the highest seen, because an answer is old when it arrives", () => {
    expect(betterOffset(30_000, 49_700, 20_000)).toBe(30_000)
    expect(betterOffset(30_000, 50_100, 20_000)).toBe(30_100)
  })

  it("follows a clock that was set, in either direction", () => {
    expect(betterOffset(30_000, 20_000, 20_000)).toBe(0)
    expect(betterOffset(0, 3_620_000, 20_000)).toBe(3_600_000)
  })
})
