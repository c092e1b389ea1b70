import { changePlaybooks } from "../change-playbooks"
import { PLAIN_PLAYBOOK } from "../default-playbooks"
import type { Playbook } from "../playbook"
import type { RuleBook } from "../../rule-book"
import type { PlaybookChange } from "../../rule-change"
import { aPlaybook, CONFIRM_ORDER } from "./playbook-fixture"

const standard = aPlaybook({ id: "standard", is_seeded: true })
const big = aPlaybook({ id: "big", name: "Big orders", position: 1 })
const small = aPlaybook({ id: "small", name: "Small orders", position: 2 })
const contact = aPlaybook({
  id: "contact",
  type: "complete_contact",
  is_seeded: true,
})

const book: RuleBook = {
  playbooks: [contact, standard, big, small],
  calendars: [],
  bindings: [],
}

const slower = { ...CONFIRM_ORDER, response_target_minutes: 30 }

const change = (change: PlaybookChange, before = book) =>
  changePlaybooks(before, change, (type) =>
    type === "confirm_order"
      ? { enabled: true, definition: CONFIRM_ORDER }
      : undefined
  )

const find = ({ playbooks }: RuleBook, id: string): Playbook | undefined =>
  playbooks.find((playbook) => playbook.id === id)

const asked = ({ playbooks }: RuleBook, type = "confirm_order") =>
  playbooks
    .filter((playbook) => playbook.type === type)
    .map(({ id, position }) => [id, position])

it("creates a playbook as the last of its type", () => {
  const after = change({
    kind: "create_playbook",
    id: "new",
    type: "complete_contact",
    name: " By letter ",
    enabled: false,
    definition: PLAIN_PLAYBOOK,
  })
  expect(find(after, "new")).toEqual({
    id: "new",
    version: 1,
    type: "complete_contact",
    name: "By letter",
    definition: PLAIN_PLAYBOOK,
    enabled: false,
    position: 1,
    is_seeded: false,
    is_edited: true,
  })
  expect(asked(after, "complete_contact")).toEqual([
    ["contact", 0],
    ["new", 1],
  ])
  expect(book.playbooks).toHaveLength(4)
})

it("lets two types each have a playbook of the same name, and one type not", () => {
  const create = (type: string) => () =>
    change({
      kind: "create_playbook",
      id: "new",
      type,
      name: "big orders",
      enabled: true,
      definition: PLAIN_PLAYBOOK,
    })
  expect(create("complete_contact")).not.toThrow()
  expect(create("confirm_order")).toThrow(
    'name was "big orders"; another playbook of this type is called "Big orders" already'
  )
})

describe("an update", () => {
  const update = (set: object, id = "standard") =>
    change({ kind: "update_playbook", id, ...set })

  it("of the definition is a new version", () => {
    const after = update({ definition: slower, version: 1 })
    expect(find(after, "standard")).toEqual({
      ...standard,
      definition: slower,
      version: 2,
      is_edited: true,
    })
    expect(find(after, "big")).toBe(big)
  })

  it.each([
    ["the name", { name: "Everyone" }],
    ["whether it is on", { enabled: false }],
  ])("of %s is none, but an edit", (_, set) => {
    expect(find(update(set), "standard")).toEqual({
      ...standard,
      ...set,
      is_edited: true,
    })
  })

  it("that changes nothing leaves it to the plugin", () => {
    const same = { definition: { ...CONFIRM_ORDER }, name: "Standard" }
    expect(find(update(same), "standard")).toEqual(standard)
  })

  it("of an older version is refused", () => {
    expect(() => update({ definition: slower, version: 7 })).toThrow(
      'Playbook "Standard" was changed by somebody else meanwhile (version 1, you edited 7): load it again, and make the change on what it says now'
    )
  })

  it("of a playbook that there is not is refused", () => {
    expect(() => update({ enabled: true }, "gone")).toThrow(
      "Playbook with id: gone was not found"
    )
  })
})

describe("a reset", () => {
  const reset = (id: string, before = book) =>
    change({ kind: "reset_playbook", id }, before)

  it("puts back what the plugin brought, as a new version", () => {
    const edited = {
      ...standard,
      definition: slower,
      version: 4,
      enabled: false,
      name: "Ours",
      is_edited: true,
    }
    const after = reset("standard", {
      ...book,
      playbooks: [edited, big, small],
    })
    expect(find(after, "standard")).toEqual({
      ...standard,
      name: "Ours",
      version: 5,
    })
  })

  it("of what was only renamed is no new version", () => {
    const edited = { ...standard, name: "Ours", is_edited: true }
    const after = reset("standard", { ...book, playbooks: [edited] })
    expect(find(after, "standard")).toEqual({ ...edited, is_edited: false })
  })

  it.each(["big", "contact"])(
    "of one that the plugin does not bring is refused: %s",
    (id) => {
      expect(() => reset(id)).toThrow(
        /did not come with the plugin, so there is nothing to put it back to/
      )
    }
  )
})

describe("an order", () => {
  const order = (ids: string[]) =>
    change({ kind: "order_playbooks", type: "confirm_order", ids })

  it("is what they are asked in", () => {
    const after = order(["small", "standard", "big"])
    expect(asked(after)).toEqual([
      ["small", 0],
      ["standard", 1],
      ["big", 2],
    ])
    expect(find(after, "contact")).toBe(contact)
  })

  it.each([
    [
      ["small", "standard"],
      'ids is without "big" ("Big orders"); it may be all 3 playbooks of the type confirm_order, in their new order',
    ],
    [
      ["small", "contact", "big"],
      'ids[1] was "contact"; it may be the id of a playbook of the type confirm_order, and there is none with this one',
    ],
    [
      ["small", "standard", "big", "small"],
      'ids[3] was "small", as was ids[0]; each may be named once',
    ],
  ])("of %j is refused", (ids, says) => {
    expect(() => order(ids)).toThrow(says)
  })
})

describe("a deletion", () => {
  it("lets those behind it close up", () => {
    const after = change({ kind: "delete_playbook", id: "big" })
    expect(asked(after)).toEqual([
      ["standard", 0],
      ["small", 1],
    ])
  })

  it("of what there is not is refused", () => {
    expect(() => change({ kind: "delete_playbook", id: "gone" })).toThrow(
      "Playbook with id: gone was not found"
    )
  })
})
