import { faultsOf, Refused } from "../../api/refused"
import { refusedField } from "../refused-field"

const BAD_REQUEST = { status: 400, statusText: "Bad Request" }

const fieldOf = (error: unknown) => refusedField(error, ["name", "texts"])

it.each([
  [["name"], "name"],
  [["texts", "uk"], "texts"],
  [["version"], null],
  [["definition", "name"], null],
  [[], null],
])("a refusal of %j is about the field %s", (path, field) => {
  expect(fieldOf(new Refused(BAD_REQUEST, { path }))).toBe(field)
})

it("what is no refusal is about no field", () => {
  expect(fieldOf(new Error("Failed to fetch"))).toBeNull()
})

it("all that the server told at once has its own field", () => {
  const texts = {
    type: "invalid_data",
    code: "no_text",
    message: "",
    path: ["texts"],
    values: {},
  } as const
  const refused = new Refused(BAD_REQUEST, { path: ["name"], further: [texts] })
  expect(faultsOf(refused).map(fieldOf)).toEqual(["name", "texts"])
})
