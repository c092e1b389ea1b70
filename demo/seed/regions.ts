import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import {
  createRegionsWorkflow,
  createTaxRegionsWorkflow,
} from "@medusajs/medusa/core-flows"

/** Value-added tax is 20% in both countries. */
const vat = { name: "VAT", code: "VAT", rate: 20 }

const countries = {
  ua: { name: "Ukraine", currency_code: "uah" },
  bg: { name: "Bulgaria", currency_code: "eur" },
}

async function seedRegion(
  container: MedusaContainer,
  country: keyof typeof countries
): Promise<string> {
  const { name, currency_code } = countries[country]
  const [existing] = await container
    .resolve(Modules.REGION)
    .listRegions({ name })
  if (existing) {
    return existing.id
  }
  const { result } = await createRegionsWorkflow(container).run({
    input: {
      regions: [
        {
          name,
          currency_code,
          countries: [country],
          // Cash on delivery: Medusa's manual provider.
          payment_providers: ["pp_system_default"],
          is_tax_inclusive: true,
        },
      ],
    },
  })
  const [region] = result
  if (!region) {
    throw new Error(`The region ${name} was not created`)
  }
  return region.id
}

async function seedTax(
  container: MedusaContainer,
  country_code: string
): Promise<void> {
  const [existing] = await container
    .resolve(Modules.TAX)
    .listTaxRegions({ country_code })
  if (!existing) {
    await createTaxRegionsWorkflow(container).run({
      input: [
        { country_code, provider_id: "tp_system", default_tax_rate: vat },
      ],
    })
  }
}

/** The two countries that the shop delivers to, with their currency and tax. */
export async function seedRegions(
  container: MedusaContainer
): Promise<{ ua: string; bg: string }> {
  const regions = {
    ua: await seedRegion(container, "ua"),
    bg: await seedRegion(container, "bg"),
  }
  await seedTax(container, "ua")
  await seedTax(container, "bg")
  return regions
}
