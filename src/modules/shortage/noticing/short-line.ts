/** Where units of an inventory item are lacking for a line. */
export type ShortPlace = {
  inventory_item_id: string
  location_id: string
  /** Units of the inventory item, of which a kit may require several. */
  lacking: number
}

/** Where Medusa's counter of reserved units differs from the reservations. */
export type Drift = {
  location_id: string
  /** What the level says. */
  counter: number
  /** What the reservations add up to. */
  reserved: number
}

/**
 * Why a line is no longer short: its stock has arrived (or others no longer
 * claim it), its order was canceled or changed, its units were sent, or they
 * were found after all.
 */
export type EndReason =
  | "stock_arrived"
  | "order_canceled"
  | "order_changed"
  | "items_sent"
  | "items_found"

/** An order line of which units are short. */
export type ShortLine = {
  id: string
  order_id: string
  line_item_id: string
  variant_id: string | null
  title: string
  variant_title: string | null
  sku: string | null
  /** Units that were ordered. */
  ordered: number
  /** Units that are short, from whatever source. */
  units: number
  computed: number
  reported: number
  places: ShortPlace[]
  since: Date
}

/** What a run found out about a line: how many units are short, or why none. */
export type LineNow = Omit<ShortLine, "id" | "since"> & {
  /** When it became short; null if that is unknown. */
  since: Date | null
  /** For a line of which nothing is short any more. */
  end_reason: EndReason
}
