/** What a report may be about. */
export const REPORT_KINDS = [
  /** The courier names the time at which they expect to be there. */
  "eta",
  /** The parcel has left for the customer. */
  "on_the_way",
  /** Nobody was at home, or the door was not found. */
  "attempt_failed",
  "delivered",
] as const

export type ReportKind = (typeof REPORT_KINDS)[number]

/** What somebody saw of an order on its way to the customer. */
export type Report = {
  /** Of the source; a second one with the same id says nothing new. */
  message_id: string
  /** Who reports: `webhook`, `medusa`, or a carrier's name. */
  source: string
  order_id: string
  tracking_number: string | null
  kind: ReportKind
  /** When it was seen: of two reports, the one that was seen later is right. */
  observed_at: Date
  /**
   * Whether that is only when it was sent, for want of a better time: sent again,
   * the same report has another.
   */
  is_observed_as_sent?: boolean
  /** When the courier expects to be there. */
  expected_at: Date | null
  /** When the customer got it. */
  delivered_at: Date | null
  /** Why the attempt failed, as the courier says. */
  reason: string | null
  /** Where the proof of delivery is. */
  proof: string | null
  /**
   * Whether it is the state of a parcel, as of the moment when it was asked for
   * or updated last, and not of the event that led to it: as long as its source
   * says the same of the parcel, it says nothing new.
   */
  is_state?: boolean
}

/** The newest that is known of a booking's way to the customer. */
export type Seen = {
  /** The message that told what holds now, and when it was seen. */
  observed_by: string | null
  observed_at: Date | null
  expected_at: Date | null
  on_the_way_at: Date | null
  failed_at: Date | null
  failed_reason: string | null
  delivered_at: Date | null
  proof: string | null
}

export const NOTHING_SEEN: Seen = {
  observed_by: null,
  observed_at: null,
  expected_at: null,
  on_the_way_at: null,
  failed_at: null,
  failed_reason: null,
  delivered_at: null,
  proof: null,
}

/**
 * What is known after a report: in whatever order reports arrive, the newest
 * observation wins. A delivery is a fact and no forecast: it holds however late
 * it is reported, and of two the earlier is the one when the parcel arrived.
 *
 * @returns the same object if the report changes nothing
 */
export function see(seen: Seen, report: Report): Seen {
  if (report.kind === "delivered") {
    const at = report.delivered_at ?? report.observed_at
    if (seen.delivered_at && seen.delivered_at <= at) {
      return report.proof && !seen.proof
        ? { ...seen, proof: report.proof }
        : seen
    }
    return { ...seen, delivered_at: at, proof: report.proof ?? seen.proof }
  }
  if (seen.delivered_at || !isNewer(report, seen)) {
    return seen
  }
  const newest = {
    ...seen,
    observed_by: report.message_id,
    observed_at: report.observed_at,
  }
  switch (report.kind) {
    case "eta":
      return { ...newest, expected_at: report.expected_at, failed_at: null }
    case "on_the_way":
      return {
        ...newest,
        on_the_way_at: seen.on_the_way_at ?? report.observed_at,
        expected_at: report.expected_at ?? seen.expected_at,
        failed_at: null,
      }
    case "attempt_failed":
      return {
        ...newest,
        expected_at: null,
        failed_at: report.observed_at,
        failed_reason: report.reason,
      }
  }
}

/** Of two that were seen at the same moment, the greater id wins everywhere. */
function isNewer(report: Report, seen: Seen): boolean {
  if (seen.observed_at === null) {
    return true
  }
  const by = report.observed_at.getTime() - seen.observed_at.getTime()
  return by > 0 || (by === 0 && report.message_id > (seen.observed_by ?? ""))
}
