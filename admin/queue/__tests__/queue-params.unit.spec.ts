import { SORTABLE_COLUMNS } from "../../../src/modules/follow-up"
import {
  elsewhereParams,
  listParams,
  QUEUE_ORDERS,
  readQueueParams,
  writeQueueParams,
} from "../queue-params"

const read = readQueueParams

describe("the queue's address", () => {
  it("is empty for the queue as it opens", () => {
    expect(writeQueueParams(read(""))).toBe("")
  })

  it("keeps tab, filters, order, search, page and open task", () => {
    const address =
      "?tab=all&type=confirm_order&type=own_type&status=waiting&assignee=nobody&order=-order_total&page=2&task=fu_1#q=1042"
    expect(writeQueueParams(read(address))).toBe(address)
  })

  it.each(["Олена", "+380 67 123", "a#b?c&d=e%", "olena@mail.example"])(
    "has what is searched for where no server sees it: %s",
    (search) => {
      const address = writeQueueParams({ ...read("?tab=all"), search })
      expect(address).toMatch(/^\?tab=all#q=/)
      expect(read(address)).toMatchObject({ tab: "all", search })
    }
  )

  it("takes a search from the query of an older link, and writes it after the sign", () => {
    expect(writeQueueParams(read("?q=Ann&tab=all"))).toBe("?tab=all#q=Ann")
  })

  it("is read as if what it cannot mean were not there", () => {
    expect(read("tab=soon&page=-3&page=x&status=lost&type=")).toEqual(read(""))
    expect(read("page=1.5").page).toBe(1)
    expect(read("order=-name").order).toBeNull()
  })

  it("has a status on the tab of all tasks only", () => {
    expect(read("tab=late&status=open").statuses).toEqual([])
    expect(read("tab=all&status=open").statuses).toEqual(["open"])
  })

  it("has no assignee on the tab of my own tasks", () => {
    expect(read("tab=mine&assignee=user_1").assignee).toBeNull()
  })
})

describe("what the server is asked for", () => {
  it("is a page of fifty", () => {
    expect(listParams(read("page=3"))).toEqual({
      tab: "now",
      limit: 50,
      offset: 100,
    })
  })

  it("is sorted as the address says", () => {
    expect(listParams(read("order=-updated_at"))).toMatchObject({
      order: "-updated_at",
    })
  })

  it("may be sorted by all that the server sorts by, in both directions", () => {
    expect([...QUEUE_ORDERS].sort()).toEqual(
      SORTABLE_COLUMNS.flatMap((column) => [column, `-${column}`]).sort()
    )
  })

  it("is the same outside the tab, newest first, for what a search finds elsewhere", () => {
    expect(
      elsewhereParams(read("tab=late&type=own_type&page=2#q=Ann"), 10)
    ).toEqual({
      outside: "late",
      type: ["own_type"],
      q: "Ann",
      order: "-opened_at",
      limit: 10,
    })
  })

  it("leaves out what does not narrow the list", () => {
    expect(listParams(read("q=%20%20&assignee="))).toEqual({
      tab: "now",
      limit: 50,
      offset: 0,
    })
  })
})
