import { Refused } from "../../../api/refused"
import { textIn } from "../../../refusals/__tests__/a-text"
import { refusalOf } from "../refusal-place"

describe("a refusal", () => {
  it.each([
    [["definition", "weekly", "monday", 0], { part: "week", day: "monday" }],
    [["definition", "weekly"], { part: "week", day: null }],
    [["definition", "exceptions", 2, "date"], { part: "exceptions", index: 2 }],
    [["definition", "exceptions"], { part: "exceptions", index: null }],
    [["definition", "time_zone"], { part: "time_zone" }],
    [["bindings", 0, "reference_id"], { part: "bindings" }],
    [["name"], { part: "name" }],
    [["version"], { part: "page" }],
    [[], { part: "page" }],
  ])("is shown where its value is: %j", (path, place) => {
    const answer = { status: 400, statusText: "Bad Request" }
    const message = "It is not possible"
    const refused = new Refused(answer, { message, path })
    expect(refusalOf(textIn("uk"), refused)).toEqual({ place, message })
  })
})
