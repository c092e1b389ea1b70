import { novaPoshta } from "../nova-poshta"
import {
  CITIES,
  INTERVALS,
  REFUSED,
  STATUSES,
  statusOf,
} from "./nova-poshta-answers"

const KYIV = {
  address_1: "вул. Садова, 1",
  city: "Київ",
  postal_code: "01001",
  country_code: "ua",
  metadata: null,
}

const parcel = (tracking_number: string) => ({
  tracking_number,
  order_id: "order_1",
  provider_id: null,
})

/** The carrier before an API that gives these answers by method. */
function carrierWith(answers: Record<string, object>) {
  const asked: { calledMethod: string; methodProperties: object }[] = []
  const carrier = novaPoshta({
    api_key: "key",
    fetch: async (_, init) => {
      const body = JSON.parse(String(init?.body))
      asked.push(body)
      return new Response(JSON.stringify(answers[body.calledMethod]))
    },
  })
  return { carrier, asked }
}

describe("Nova Poshta", () => {
  it("names the intervals of a city on a date", async () => {
    const { carrier, asked } = carrierWith({
      getCities: CITIES,
      getTimeIntervals: INTERVALS,
    })

    const intervals = await carrier.intervals(KYIV, "2026-11-27")
    await carrier.intervals(KYIV, "2026-11-28")

    expect(intervals[0]).toEqual({
      id: "CityDeliveryTimeInterval1",
      local_start: "09:00",
      local_end: "12:00",
    })
    // A courier brings nothing to a parcel locker.
    expect(intervals.map(({ id }) => id)).not.toContain(
      "CityDeliveryTimeIntervalPostomat1"
    )
    expect(asked.map(({ calledMethod }) => calledMethod)).toEqual([
      "getCities",
      "getTimeIntervals",
      "getTimeIntervals",
    ])
    expect(asked[1]).toMatchObject({
      apiKey: "key",
      modelName: "Common",
      methodProperties: {
        RecipientCityRef: "8d5a980d-391c-11dd-90d9-001a92567626",
        DateTime: "27.11.2026",
      },
    })
  })

  it("takes the city's reference that the storefront kept", async () => {
    const { carrier, asked } = carrierWith({ getTimeIntervals: INTERVALS })

    await carrier.intervals(
      { ...KYIV, metadata: { nova_poshta_city_ref: "ref" } },
      "2026-11-27"
    )

    expect(asked).toHaveLength(1)
    expect(asked[0]?.methodProperties).toMatchObject({
      RecipientCityRef: "ref",
    })
  })

  it("is told the window by its date and the narrowest interval", async () => {
    const { carrier } = carrierWith({
      getCities: CITIES,
      getTimeIntervals: INTERVALS,
    })
    const intervals = await carrier.intervals(KYIV, "2026-11-27")
    const fields = (local_start: string, local_end: string) =>
      carrier.toShipmentFields(
        {
          local_date: "2026-11-27",
          local_start,
          local_end,
          time_zone: "Europe/Kyiv",
        },
        intervals
      )

    expect(fields("12:00", "15:00")).toEqual({
      PreferredDeliveryDate: "27.11.2026",
      TimeInterval: "CityDeliveryTimeInterval2",
    })
    expect(fields("14:00", "16:00")).toMatchObject({
      TimeInterval: "CityDeliveryTimeInterval4",
    })
    expect(fields("20:00", "22:00")).toEqual({
      PreferredDeliveryDate: "27.11.2026",
    })
  })

  it("tells what became of parcels, by Kyiv's clocks", async () => {
    const { carrier, asked } = carrierWith({ getStatusDocuments: STATUSES })

    const reports = await carrier.poll(
      ["20450000000001", "20450000000002"].map(parcel),
      AbortSignal.timeout(1_000)
    )

    expect(asked[0]?.methodProperties).toEqual({
      Documents: [
        { DocumentNumber: "20450000000001", Phone: "" },
        { DocumentNumber: "20450000000002", Phone: "" },
      ],
    })
    expect(reports).toEqual([
      {
        tracking_number: "20450000000001",
        kind: "on_the_way",
        observed_at: new Date("2026-11-27T11:05:00Z"),
        is_state: true,
      },
      {
        tracking_number: "20450000000002",
        kind: "delivered",
        observed_at: new Date("2026-11-27T14:31:00Z"),
        delivered_at: new Date("2026-11-27T14:31:00Z"),
      },
      {
        tracking_number: "20450000000003",
        kind: "attempt_failed",
        observed_at: new Date("2026-11-27T13:12:00Z"),
        reason: "Одержувач відсутній",
        is_state: false,
      },
    ])
  })

  it.each([
    [
      "when the attempt failed",
      {
        UndeliveryReasonsDate: "2026-11-27 15:12:00",
        DateScan: "15:14 27.11.2026",
      },
      "2026-11-27T13:12:00Z",
      false,
    ],
    [
      "the scan that led to it",
      { UndeliveryReasonsDate: "2026-11-27", DateScan: "15:14 27.11.2026" },
      "2026-11-27T13:14:00Z",
      false,
    ],
    ["its last update, as a state", {}, "2026-11-28T07:00:00Z", true],
  ])("dates a failed attempt by %s", async (_, more, at, is_state) => {
    const { carrier } = carrierWith({
      getStatusDocuments: statusOf("111", {
        TrackingUpdateDate: "2026-11-28 09:00:00",
        ...more,
      }),
    })

    expect(
      await carrier.poll([parcel("20450000000001")], AbortSignal.timeout(1_000))
    ).toMatchObject([
      { kind: "attempt_failed", observed_at: new Date(at), is_state },
    ])
  })

  it("knows its own parcels by their numbers", () => {
    const { carrier } = carrierWith({})

    expect(carrier.carries(parcel("20450000000001"))).toBe(true)
    expect(carrier.carries(parcel("1Z999AA10123456784"))).toBe(false)
  })

  it("delivers by the options of its own provider, or by those that it is told", () => {
    const option = (provider_id: string) => ({
      id: "so_1",
      name: "Courier",
      provider_id,
    })
    const { carrier } = carrierWith({})
    expect(carrier.delivers?.(option("nova-poshta_nova-poshta"))).toBe(true)
    expect(carrier.delivers?.(option("manual_manual"))).toBe(false)
    const told = novaPoshta({
      api_key: "key",
      delivers: ({ id }) => id === "so_1",
    })
    expect(told.delivers?.(option("manual_manual"))).toBe(true)
  })

  it("fails with what the API says", async () => {
    const { carrier } = carrierWith({ getStatusDocuments: REFUSED })

    await expect(
      carrier.poll([parcel("20450000000001")], AbortSignal.timeout(1_000))
    ).rejects.toThrow("API key is invalid")
  })
})
