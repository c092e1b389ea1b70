import { refusalOf } from "../refusal-place"

describe("a refusal", () => {
  it.each([
    [
      'weekly.monday[0]: its start is "9"; a time is written HH:MM',
      { part: "week", day: "monday" },
    ],
    ["weekly: has no window", { part: "week", day: null }],
    [
      'definition.exceptions[2].date: is "soon"',
      { part: "exceptions", index: 2 },
    ],
    ["exceptions: no opening is left", { part: "exceptions", index: null }],
    [
      'time_zone: is "PST"; it may be an IANA time zone name',
      { part: "time_zone" },
    ],
    ["bindings: reg_1 is no region", { part: "bindings" }],
    ['name: "Shop hours" is taken', { part: "name" }],
    ["Somebody else has changed it", { part: "page" }],
  ])("is shown where its value is: %s", (message, place) => {
    expect(refusalOf(message)).toEqual({ place, message })
  })
})
