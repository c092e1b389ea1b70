import type { MedusaContainer } from "@medusajs/framework/types"
import type { Replacement } from "../../../modules/shortage"
import { Refusal } from "../../../refusals"
import { freeAt, placesOfItems } from "../../../shop/places"
import { loadVariants } from "../../../shop/stock"
import { reserve } from "./reservations"

/**
 * Reserves new lines from what is free and what is held for the customer, which
 * still counts as reserved: so Medusa is not asked whether it is available.
 * Nothing for what the shop does not count.
 *
 * @throws Refusal `units_gone` if that is too little
 */
export async function reserveLines(
  replacements: readonly (Replacement & { line_id: string })[],
  container: MedusaContainer
): Promise<void> {
  const variants = await loadVariants(
    replacements.map(({ variant_id }) => variant_id),
    container
  )
  const lines = replacements.flatMap(
    ({ line_id, variant_id, quantity, location_id }) => {
      const variant = variants.get(variant_id)
      if (!variant || (variant.managed && location_id === null)) {
        throw new Refusal("units_gone", { variant_id })
      }
      return variant.managed && location_id !== null
        ? [...variant.required_quantities].map(
            ([inventory_item_id, required]) => ({
              variant_id,
              reservation: {
                line_item_id: line_id,
                inventory_item_id,
                location_id,
                quantity: quantity * required,
                allow_backorder: true as const,
              },
            })
          )
        : []
    }
  )
  const held = replacements.flatMap((one) => one.hold_reservation_ids)
  await reserve(
    lines.map(({ reservation }) => reservation),
    container,
    async () => {
      const there = await unitsFor(lines, held, container)
      for (const { variant_id, reservation } of lines) {
        const { inventory_item_id, location_id, quantity } = reservation
        const key = `${inventory_item_id} ${location_id}`
        const left = (there.get(key) ?? 0) - quantity
        if (left < 0) {
          throw new Refusal("units_gone", { variant_id })
        }
        there.set(key, left)
      }
    }
  )
}

/** What these lines may take, by item and location. */
async function unitsFor(
  lines: readonly { reservation: { inventory_item_id: string } }[],
  held: readonly string[],
  container: MedusaContainer
): Promise<Map<string, number>> {
  const places = await placesOfItems(
    [...new Set(lines.map((one) => one.reservation.inventory_item_id))],
    container
  )
  return new Map(
    places.map((place) => [
      `${place.inventory_item_id} ${place.location_id}`,
      place.reservations
        .filter(({ id }) => held.includes(id))
        .reduce((sum, { quantity }) => sum + Number(quantity), freeAt(place)),
    ])
  )
}
