import {
  friday,
  monday,
  tuesday,
} from "../../src/modules/follow-up/task/__tests__/task-fixture"
import { describeModule } from "./follow-up-module"
import { times } from "./open-request"

describeModule("the watermarks", ({ service }) => {
  it("have a first start as soon as the module has started", async () => {
    expect(
      await service.listFollowUpWatermarks({ name: "first_start" })
    ).toHaveLength(1)
  })
})

describeModule(
  "the watermarks of a shop that started on Monday",
  ({ service }) => {
    const STARTED = monday("08:00")

    beforeEach(async () => {
      await service.deleteFollowUpWatermarks("first_start")
      await service.markFirstStart(STARTED)
    })

    it("remember the plugin's first start, which never moves", async () => {
      expect(await service.markFirstStart(monday("09:00"))).toEqual(STARTED)
      await service.advanceWatermark("orders", friday("12:00"), friday("12:00"))
      expect(await service.markFirstStart(friday("13:00"))).toEqual(STARTED)
    })

    it("are one first start, however many instances start at once", async () => {
      await service.deleteFollowUpWatermarks("first_start")
      const starts = await Promise.all(
        times(5, (index) =>
          service.markFirstStart(new Date(monday("09:00").getTime() + index))
        )
      )
      expect(new Set(starts.map((start) => start.getTime())).size).toBe(1)
    })

    it("begin where the plugin first started", async () => {
      expect(await service.readWatermark("orders", tuesday("09:00"))).toEqual(
        STARTED
      )
    })

    it("move ahead and never back", async () => {
      await service.readWatermark("orders", monday("09:00"))
      await service.advanceWatermark("orders", friday("09:00"), friday("09:00"))
      await service.advanceWatermark(
        "orders",
        tuesday("09:00"),
        friday("09:01")
      )
      expect(await service.readWatermark("orders", friday("10:00"))).toEqual(
        friday("09:00")
      )
      await service.advanceWatermark("orders", friday("11:00"), friday("11:00"))
      expect(await service.readWatermark("orders", friday("12:00"))).toEqual(
        friday("11:00")
      )
    })

    it("move each for itself", async () => {
      await service.readWatermark("customers", monday("09:00"))
      await service.readWatermark("orders", monday("09:00"))
      await service.advanceWatermark("orders", friday("09:00"), friday("09:00"))
      expect(await service.readWatermark("customers", friday("10:00"))).toEqual(
        STARTED
      )
    })
  }
)
