import { stretches } from "../explanation"

describe("the way to a deadline", () => {
  it("tells a weekend as one closed stretch, with its holiday", () => {
    const way = stretches([
      {
        kind: "window",
        start: "2026-11-20T15:50:00.000Z",
        end: "2026-11-20T16:00:00.000Z",
        business_seconds: 600,
      },
      {
        kind: "closed",
        start: "2026-11-20T16:00:00.000Z",
        end: "2026-11-21T08:00:00.000Z",
        reason: "outside_hours",
        label: null,
      },
      {
        kind: "closed",
        start: "2026-11-21T08:00:00.000Z",
        end: "2026-11-22T07:00:00.000Z",
        reason: "exception",
        label: "Stocktaking",
      },
      {
        kind: "closed",
        start: "2026-11-22T07:00:00.000Z",
        end: "2026-11-23T07:00:00.000Z",
        reason: "day_off",
        label: null,
      },
      {
        kind: "window",
        start: "2026-11-23T07:00:00.000Z",
        end: "2026-11-23T07:10:00.000Z",
        business_seconds: 600,
      },
    ])
    expect(way).toEqual([
      {
        kind: "counted",
        start: Date.parse("2026-11-20T15:50:00.000Z"),
        end: Date.parse("2026-11-20T16:00:00.000Z"),
        businessSeconds: 600,
        labels: [],
      },
      {
        kind: "closed",
        start: Date.parse("2026-11-20T16:00:00.000Z"),
        end: Date.parse("2026-11-23T07:00:00.000Z"),
        businessSeconds: 0,
        labels: ["Stocktaking"],
      },
      expect.objectContaining({ kind: "counted", businessSeconds: 600 }),
    ])
  })

  it("leaves out windows of which nothing was used", () => {
    expect(
      stretches([
        {
          kind: "window",
          start: "2026-11-20T16:00:00.000Z",
          end: "2026-11-20T16:00:00.000Z",
          business_seconds: 0,
        },
      ])
    ).toEqual([])
  })
})
