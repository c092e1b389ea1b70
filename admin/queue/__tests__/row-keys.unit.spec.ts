import { rowKeys, type RowKeys } from "../row-keys"

const NOTHING: RowKeys = new Map()

/** A call by the ids of its tasks, the first of which leads. */
const call = (person_id: string, ids: string) => ({
  id: ids.charAt(0),
  call: {
    person_id,
    tasks: [...ids].map((id) => ({
      id,
      type: "confirm_order",
      status: "open" as const,
      order_id: null,
      order_display_id: null,
    })),
  },
})

const closed = (id: string) => ({ id, call: null })

const keysOf = (
  tasks: Parameters<typeof rowKeys>[0],
  before: RowKeys = NOTHING
) => rowKeys(tasks, before).rows.map(({ key }) => key)

describe("the rows of a list", () => {
  it("are those of the persons, whichever task leads", () => {
    expect(keysOf([call("olena", "ab"), call("ivan", "c")])).toEqual([
      "olena",
      "ivan",
    ])
    expect(keysOf([call("olena", "ba")])).toEqual(["olena"])
  })

  it("stay while a settled task is shown in place of its call", () => {
    const { keys } = rowKeys([call("olena", "ab")], NOTHING)
    expect(keysOf([closed("a")], keys)).toEqual(["olena"])
  })

  it("are found by each task of the call, also once it is settled", () => {
    const { keys } = rowKeys([call("olena", "ab")], NOTHING)
    const after = rowKeys([call("olena", "b")], keys)
    expect(after.keys.get("a")).toBe("olena")
    expect(after.keys.get("b")).toBe("olena")
  })

  it("give a settled task a row of its own if its person still has one", () => {
    const { keys } = rowKeys([call("olena", "ab")], NOTHING)
    expect(keysOf([call("olena", "b"), closed("a")], keys)).toEqual([
      "olena",
      "a",
    ])
  })

  it("are never the same twice", () => {
    const { keys } = rowKeys([call("olena", "ab")], NOTHING)
    expect(keysOf([closed("a"), closed("b")], keys)).toEqual(["olena", "b"])
    expect(keysOf([closed("a")])).toEqual(["a"])
  })
})
