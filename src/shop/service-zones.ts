import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

/** A part of the world that is delivered to, with the ways to do so. */
export type ServiceZone = {
  id: string
  name: string
  shipping_options: { id: string; name: string }[]
}

/** All service zones by name, with their shipping options; none of returns. */
export async function serviceZones(
  container: MedusaContainer
): Promise<ServiceZone[]> {
  const zones = await container.resolve(Modules.FULFILLMENT).listServiceZones(
    {},
    {
      select: ["id", "name"],
      relations: ["shipping_options", "shipping_options.rules"],
      take: null,
    }
  )
  return zones
    .map(({ id, name, shipping_options }) => ({
      id,
      name,
      shipping_options: shipping_options
        .filter(
          ({ rules }) =>
            !rules.some(
              ({ attribute, value }) =>
                attribute === "is_return" && String(value) === "true"
            )
        )
        .map((option) => ({ id: option.id, name: option.name }))
        .sort((a, b) => a.name.localeCompare(b.name)),
    }))
    .sort((a, b) => a.name.localeCompare(b.name))
}
