import { LatestAddress } from "../latest-address"

describe("the address that a change starts from", () => {
  let latest: LatestAddress
  beforeEach(() => {
    latest = new LatestAddress("tab=all")
  })

  it("is the page's own", () => {
    expect(latest.get()).toBe("tab=all")
  })

  it("is the one that was asked for while the page is not there yet", () => {
    latest.ask("tab=all&task=1")
    expect(latest.get()).toBe("tab=all&task=1")
  })

  it("is the last of several, whichever of them the page has reached", () => {
    latest.ask("tab=all&task=1")
    latest.ask("tab=all&q=ann&task=1")
    latest.reach("tab=all&task=1")
    expect(latest.get()).toBe("tab=all&q=ann&task=1")
    latest.reach("tab=all&q=ann&task=1")
    expect(latest.get()).toBe("tab=all&q=ann&task=1")
  })

  it("forgets those that the page passed over", () => {
    latest.ask("task=1")
    latest.ask("task=2")
    latest.reach("task=2")
    latest.reach("")
    expect(latest.get()).toBe("")
  })

  it("is where a link or the way back led to meanwhile", () => {
    latest.ask("task=1")
    latest.reach("tab=mine")
    expect(latest.get()).toBe("tab=mine")
  })

  it("forgets all that went before one that was asked for twice", () => {
    latest.ask("task=1")
    latest.ask("")
    latest.ask("task=1")
    latest.reach("task=1")
    latest.reach("")
    expect(latest.get()).toBe("")
  })
})
