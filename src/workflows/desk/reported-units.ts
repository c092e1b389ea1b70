import type { MedusaContainer } from "@medusajs/framework/types"
import { SHORTAGE_MODULE } from "../../modules/shortage"
import { reportError } from "./report-error"

/**
 * Units that were reported as not found, by line. None while the tables of
 * shortages are locked or slow: an order can be opened and read out without.
 */
export async function reportedUnits(
  line_ids: string[],
  container: MedusaContainer
): Promise<ReadonlyMap<string, number>> {
  try {
    return await container.resolve(SHORTAGE_MODULE).readReported(line_ids)
  } catch (error) {
    reportError("what was not found could not be read", error, container)
    return new Map()
  }
}
