import type { MedusaContainer } from "@medusajs/framework/types"
import { clockOf } from "../../clock"
import { type DirtyRecord, SHORTAGE_MODULE } from "../../modules/shortage"
import { isBusy } from "../../refusals"
import { Gatherer } from "../desk/gatherer"
import { patienceOf } from "../desk/patience"
import { reportError } from "../desk/report-error"
import { noticeShortages } from "./notice"

/** What one go does beyond what it was asked for; ticks do the rest. */
const GOES_ON_MS = 2_000

const gatherers = new WeakMap<MedusaContainer, Gatherer<DirtyRecord>>()

/**
 * Computes what a changed record makes short, or no longer short, after the
 * shopper has the answer and together with what changes at the same time.
 *
 * Returns at once. What was gathered is marked as dirty before it is computed,
 * so that a crash does not lose it; the reconciler finds what was lost before.
 */
export function noticeLater(
  record: DirtyRecord,
  container: MedusaContainer
): void {
  gathererOf(container).add(`${record.entity} ${record.id}`, record)
}

/** Waits until everything that `noticeLater` was told has been done. */
export async function noticedNow(container: MedusaContainer): Promise<void> {
  await gathererOf(container).rest()
}

function gathererOf(container: MedusaContainer): Gatherer<DirtyRecord> {
  const gatherer =
    gatherers.get(container) ??
    new Gatherer<DirtyRecord>(
      async (records) => {
        try {
          await container
            .resolve(SHORTAGE_MODULE)
            .markDirty(records, clockOf(container).now())
          await noticeShortages(container, GOES_ON_MS)
        } catch (error) {
          reportError("shortages could not be noticed", error, container)
          if (isBusy(error)) {
            throw error
          }
        }
      },
      () => patienceOf(container)
    )
  gatherers.set(container, gatherer)
  return gatherer
}
