import { container } from "@medusajs/framework"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  FOLLOW_UP_MODULE,
  stoppedAfter,
  stoppedRuns,
  whileRunning,
} from "../../modules/follow-up"
import { deliverOutbox } from "../desk/deliver-outbox"
import { patienceOf } from "../desk/patience"
import { reportError } from "../desk/report-error"
import { tick } from "./fire-due-timers"
import { walk } from "./reconcile"

const BEAT_MS = 5_000

/** As often as the jobs run. */
const EVERY_S = { tick: 5, walk: 60 }

/** Half a beat less, so that a beat is not missed by a moment. */
const EARLY_S = 2.5

const RUN = { tick, walk }

/**
 * Makes this instance tick and reconcile by itself when Medusa's scheduler
 * stops doing so: it keeps its jobs in Redis, and when that comes back empty,
 * they are gone until the instances are started again. Neither uses anything
 * that needs Redis, but for the delivery of events, which are kept until then.
 */
export function keepTicking(): void {
  whileRunning(() => startHeartbeat(container))
}

function startHeartbeat(container: MedusaContainer) {
  const started = performance.now()
  const running = new Map<"tick" | "walk", Promise<void>>()
  /** When this instance last began one: those that fail leave no mark. */
  const begun = new Map<"tick" | "walk", number>()
  let stopped = false
  let beating = Promise.resolve()
  let hasEnded = false

  const beat = async () => {
    const after = stoppedAfter(patienceOf(container).scheduler_ms / 1_000)
    const up_s = (performance.now() - started) / 1_000
    if (up_s < after.tick) {
      return
    }
    const runs = await container.resolve(FOLLOW_UP_MODULE).readLastRuns()
    const missing = stoppedRuns(runs, after).filter((run) => up_s > after[run])
    if (stopped !== missing.length > 0) {
      stopped = !stopped
      tellChange(stopped, container)
    }
    for (const run of missing) {
      // Another instance may have run it just now.
      const ended_s_ago = runs[run] ?? Infinity
      const begun_s_ago = up_s - (begun.get(run) ?? -Infinity)
      const isDue = Math.min(ended_s_ago, begun_s_ago) >= EVERY_S[run] - EARLY_S
      if (isDue && !running.has(run)) {
        begun.set(run, up_s)
        running.set(
          run,
          runAlone(run, container).finally(() => running.delete(run))
        )
      }
    }
  }

  let timer: NodeJS.Timeout | undefined
  const beatLater = () => {
    timer = setTimeout(() => {
      beating = beat()
        .catch((error) =>
          reportError("the last ticks could not be read", error, container)
        )
        .finally(() => hasEnded || beatLater())
    }, BEAT_MS).unref()
  }
  beatLater()

  return {
    end: async () => {
      hasEnded = true
      clearTimeout(timer)
      await beating
      await Promise.all(running.values())
    },
  }
}

async function runAlone(
  run: "tick" | "walk",
  container: MedusaContainer
): Promise<void> {
  try {
    await deliverOutbox(await RUN[run]({}, container), container)
  } catch (error) {
    reportError(`a ${run} without Medusa's scheduler failed`, error, container)
  }
}

function tellChange(stopped: boolean, container: MedusaContainer): void {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  if (stopped) {
    logger.error(
      "follow-ups: Medusa's scheduler has stopped running jobs; this instance runs the timers and the reconciler without it. If Redis has lost its data, restart Medusa: its other jobs stand still too"
    )
  } else {
    logger.info("follow-ups: Medusa's scheduler runs jobs again")
  }
}
