import { dashboardSequences } from "../dashboard-sequence"
import { keyName } from "../key-name"

describe("a pressed key", () => {
  it.each([
    ["j", "KeyJ", "j"],
    ["J", "KeyJ", "j"],
    ["1", "Digit1", "1"],
    ["/", "Slash", "/"],
    ["?", "Slash", "?"],
    ["Enter", "Enter", "Enter"],
    ["ArrowDown", "ArrowDown", "ArrowDown"],
  ])("%s on a Latin layout is %3$s", (key, code, name) => {
    expect(keyName({ key, code })).toBe(name)
  })

  it.each([
    ["о", "KeyJ", "j"],
    ["с", "KeyC", "c"],
    ["Т", "KeyN", "n"],
    [".", "Slash", "/"],
    [",", "Slash", "?"],
  ])("%s on a Cyrillic layout is the key at %s", (key, code, name) => {
    expect(keyName({ key, code })).toBe(name)
  })

  it("goes by what it types where that is a Latin letter, as on AZERTY", () => {
    expect(keyName({ key: "a", code: "KeyQ" })).toBe("a")
  })
})

describe("the dashboard's sequences", () => {
  it("keep the keys that come soon after G", () => {
    const belongs = dashboardSequences()
    expect(belongs("g", 1_000)).toBe(true)
    expect(belongs("c", 1_300)).toBe(true)
    expect(belongs(",", 1_700)).toBe(true)
  })

  it("end after half a second without a key", () => {
    const belongs = dashboardSequences()
    belongs("g", 1_000)
    expect(belongs("c", 1_600)).toBe(false)
  })

  it("are not begun by a letter of a text that is typed", () => {
    const belongs = dashboardSequences()
    expect(belongs("g", 1_000, true)).toBe(false)
    expect(belongs("n", 1_200)).toBe(false)
  })

  it("leave every other key alone", () => {
    const belongs = dashboardSequences()
    expect(belongs("j", 1_000)).toBe(false)
    expect(belongs("c", 1_100)).toBe(false)
  })
})
