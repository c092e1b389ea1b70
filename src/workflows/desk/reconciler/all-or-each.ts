import type { MedusaContainer } from "@medusajs/framework/types"
import { isBusy } from "../../../refusals"
import { reportFailed } from "../apply-plans"

/**
 * Does something for records all at once; if that fails, one by one, so that a
 * record that cannot be read does not block the others. Such a record is
 * reported.
 *
 * @returns what came of it: one result for all, or one for each that worked
 * @throws Refusal if the plugin's tables are busy: they are so for each
 */
export async function allOrEach<Result>(
  ids: string[],
  act: (some: string[]) => Promise<Result>,
  container: MedusaContainer
): Promise<Result[]> {
  try {
    return [await act(ids)]
  } catch (error) {
    if (isBusy(error)) {
      throw error
    }
  }
  const results: Result[] = []
  for (const id of ids) {
    try {
      results.push(await act([id]))
    } catch (error) {
      if (isBusy(error)) {
        throw error
      }
      reportFailed(id, error, container)
    }
  }
  return results
}
