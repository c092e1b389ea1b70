import type {
  MedusaContainer,
  ReservationItemDTO,
} from "@medusajs/framework/types"
import { shortageOf } from "./allocation"
import { claimsInQueue } from "./claims-in-queue"
import { isOvercommitted, keyOf, type Place, placesOfLines } from "./places"
import type { VariantFacts } from "./stock"

/** A line of an order, as far as stock is concerned. */
export type OrderedLine = { id: string; variant_id?: string | null }

/** Units of an order line that stock cannot cover. */
export type LineShortage = {
  /** The greater of the two below. */
  units: number
  /** Computed from reservations and stocked quantities. */
  computed: number
  /** That a person did not find. */
  reported: number
  /** Since when the computed ones are short; null if none are. */
  since: Date | null
  /** Where units of its inventory items are lacking. */
  places: LackingPlace[]
}

export type LackingPlace = {
  inventory_item_id: string
  location_id: string
  /** Units of the inventory item, of which a kit may require several. */
  lacking: number
}

/**
 * How many units of each of these lines are not covered by stock. Computed from
 * the actual reservations and stocked quantities, as the counter of reserved
 * units that Medusa keeps beside them drifts. The number of queries does not
 * depend on the number of lines.
 *
 * @param variants - of the lines; one that is not managed is never short, unless
 * that was reported
 * @param reported - units that a person did not find, by line
 * @returns by line; lines that are covered are omitted
 */
export async function loadShortages(
  lines: readonly OrderedLine[],
  variants: ReadonlyMap<string, VariantFacts>,
  reported: ReadonlyMap<string, number>,
  container: MedusaContainer
): Promise<Map<string, LineShortage>> {
  const managed = lines.flatMap(({ id, variant_id }) => {
    const variant = variants.get(variant_id ?? "")
    return variant?.managed ? [{ id, variant }] : []
  })
  const places = await placesOfLines(
    managed.map(({ id }) => id),
    container
  )
  const lacking = await lackingOf(places, container)
  const variantOf = new Map(managed.map(({ id, variant }) => [id, variant]))
  const reserved = places.flatMap(({ reservations }) => reservations)
  return new Map(
    lines.flatMap(({ id }): [string, LineShortage][] => {
      const variant = variantOf.get(id)
      const missing = (variant && lacking.get(id)) ?? []
      const computed = variant ? unitsShort(missing, variant) : 0
      const unfound = reported.get(id) ?? 0
      const units = Math.max(computed, unfound)
      return units > 0
        ? [
            [
              id,
              {
                units,
                computed,
                reported: unfound,
                since: latest(missing.map(({ since }) => since)),
                places: variant
                  ? placesLacking(
                      missing,
                      unfound,
                      reserved.filter((one) => one.line_item_id === id),
                      variant
                    )
                  : [],
              },
            ],
          ]
        : []
    })
  )
}

/** The lines that lack units at any of these places. */
export async function linesShortAt(
  places: readonly Place[],
  container: MedusaContainer
): Promise<string[]> {
  return [...(await lackingOf(places, container)).keys()]
}

type Lacking = LackingPlace & { since: Date }

/** What lines lack at these places, by line. */
async function lackingOf(
  places: readonly Place[],
  container: MedusaContainer
): Promise<Map<string, Lacking[]>> {
  const overcommitted = places.filter(isOvercommitted)
  const claimOf = await claimsInQueue(
    overcommitted.flatMap(({ reservations }) => reservations),
    container
  )
  const lacking = new Map<string, Lacking[]>()
  for (const place of overcommitted) {
    const { inventory_item_id, location_id, stocked, reservations } = place
    const claims = reservations.map(claimOf)
    for (const [line_id, units] of shortageOf(claims, stocked)) {
      const queued_at = claims.find((claim) => claim.line_id === line_id)?.place
      const since = Math.max(
        Number(queued_at?.[0] ?? 0),
        place.changed_at?.getTime() ?? 0
      )
      lacking.set(line_id, [
        ...(lacking.get(line_id) ?? []),
        {
          inventory_item_id,
          location_id,
          lacking: units,
          since: new Date(since),
        },
      ])
    }
  }
  return lacking
}

/**
 * Where a line lacks units. What was not found is lacking where it is reserved,
 * so that what is known of the item there, such as a supplier's date, is known of
 * the line too.
 */
function placesLacking(
  missing: readonly Lacking[],
  unfound: number,
  reserved: readonly ReservationItemDTO[],
  { required_quantities }: VariantFacts
): LackingPlace[] {
  const left = new Map(
    [...required_quantities].map(([id, required]) => [id, unfound * required])
  )
  const places = new Map<string, LackingPlace>()
  for (const { since: _, ...place } of missing) {
    const { inventory_item_id: item, lacking } = place
    places.set(keyOf(place), place)
    left.set(item, Math.max(0, (left.get(item) ?? 0) - lacking))
  }
  for (const { inventory_item_id, location_id, quantity } of reserved) {
    const place = { inventory_item_id, location_id }
    const lacking = places.get(keyOf(place))?.lacking ?? 0
    const more = Math.min(
      left.get(inventory_item_id) ?? 0,
      Number(quantity) - lacking
    )
    if (more > 0) {
      places.set(keyOf(place), { ...place, lacking: lacking + more })
      left.set(inventory_item_id, (left.get(inventory_item_id) ?? 0) - more)
    }
  }
  return [...places.values()]
}

/** A unit of a kit is short if any of its parts is. */
function unitsShort(
  missing: readonly LackingPlace[],
  { required_quantities }: VariantFacts
): number {
  const items = new Map<string, number>()
  for (const { inventory_item_id, lacking } of missing) {
    const elsewhere = items.get(inventory_item_id) ?? 0
    items.set(inventory_item_id, elsewhere + lacking)
  }
  return Math.max(
    0,
    ...[...items].map(([id, quantity]) =>
      Math.ceil(quantity / (required_quantities.get(id) ?? 1))
    )
  )
}

function latest(moments: Date[]): Date | null {
  return moments.length > 0
    ? new Date(Math.max(...moments.map((moment) => moment.getTime())))
    : null
}
