import { freeName } from "../names"
import { groupByType, moved } from "../order"
import { startingDefinition } from "../starting-definition"
import { aPlaybook, definition } from "./a-playbook"

it("groups playbooks by type, in the order in which they are asked", () => {
  const playbooks = [
    aPlaybook({ id: "second", position: 1 }),
    aPlaybook({ id: "own", type: "return_call" }),
    aPlaybook({ id: "first", position: 0 }),
  ]
  expect(
    groupByType(playbooks, ["complete_contact", "confirm_order"]).map(
      ({ type, playbooks }) => [type, ...playbooks.map(({ id }) => id)]
    )
  ).toEqual([
    ["confirm_order", "first", "second"],
    ["return_call", "own"],
  ])
})

it("moves one of a list to another place", () => {
  expect(moved(["a", "b", "c"], 0, 2)).toEqual(["b", "c", "a"])
  expect(moved(["a", "b", "c"], 2, 0)).toEqual(["c", "a", "b"])
})

it("moves nothing beyond the ends of a list", () => {
  const list = ["a", "b"]
  expect(moved(list, 0, -1)).toBe(list)
  expect(moved(list, 1, 2)).toBe(list)
})

it("counts the copies of a playbook", () => {
  const numbered = (number: number) => `Calls (copy ${number})`
  expect(freeName("Calls (copy)", [aPlaybook()], numbered)).toBe("Calls (copy)")
  expect(
    freeName(
      "Calls (copy)",
      [aPlaybook({ name: "Calls (copy)" }), aPlaybook({ name: numbered(2) })],
      numbered
    )
  ).toBe("Calls (copy 3)")
})

it("starts a playbook from the plugin's own of its type, else from any", () => {
  const edited = { ...definition, response_target_minutes: 5 }
  const shops = aPlaybook({ is_seeded: false, definition: edited })
  const usual = { ...definition, triggers: ["manual"] }
  const ofType = (type: string) => ({ type, starting_playbook: usual })
  expect(
    startingDefinition(ofType("confirm_order"), [shops, aPlaybook()])
  ).toBe(definition)
  expect(startingDefinition(ofType("confirm_order"), [shops])).toBe(edited)
  expect(startingDefinition(ofType("return_call"), [shops]).triggers).toEqual([
    "manual",
  ])
})
