import type {
  CarrierInterval,
  CarrierReport,
  DeliveryCarrier,
} from "../../../desk/delivery-carrier"

/** A carrier without parcels, for tests and for trying things out. */
export type FakeCarrier = DeliveryCarrier & {
  /** The tracking numbers that it was asked about, in their order. */
  readonly asked: readonly string[]
  /** It answers this from now on, whatever it is asked about. */
  say(...reports: CarrierReport[]): void
  /** It comes then from now on, on any date; from eight to eight before. */
  come(...intervals: CarrierInterval[]): void
  /** From now on it says no more when it comes, but fails with this. */
  fail(error: Error): void
}

const INTERVALS: CarrierInterval[] = ["08:00", "12:00", "16:00"].map(
  (local_start, index) => ({
    id: `interval_${index + 1}`,
    local_start,
    local_end: `${Number(local_start.slice(0, 2)) + 4}:00`,
  })
)

/**
 * A carrier that says what it is told to. Its tracking numbers begin with
 * `FAKE-`.
 *
 * @param option_ids - the shipping options that it delivers by
 */
export function fakeCarrier(option_ids: readonly string[] = []): FakeCarrier {
  const asked: string[] = []
  const said: CarrierReport[] = []
  let comes: CarrierInterval[] | Error = INTERVALS
  return {
    carrier: "fake",
    label: {
      en: "Fake carrier",
      uk: "Вигаданий перевізник",
      ru: "Вымышленный перевозчик",
      bg: "Измислен превозвач",
    },
    asked,
    say: (...reports) => {
      said.splice(0, said.length, ...reports)
    },
    carries: ({ tracking_number }) => tracking_number.startsWith("FAKE-"),
    come: (...intervals) => {
      comes = intervals
    },
    fail: (error) => {
      comes = error
    },
    delivers: ({ id }) => option_ids.includes(id),
    // What it is told counts at once.
    place: () => JSON.stringify(comes),
    intervals: async () => {
      if (comes instanceof Error) {
        throw comes
      }
      return comes
    },
    toShipmentFields: ({ local_date, local_start, local_end }) => ({
      date: local_date,
      from: local_start,
      to: local_end,
    }),
    poll: async (parcels) => {
      asked.push(...parcels.map(({ tracking_number }) => tracking_number))
      return [...said]
    },
  }
}
