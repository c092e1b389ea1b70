import type {
  AdminFollowUpExplanationResponse,
  AdminFollowUpExplanationStep,
} from "../../src/api/admin/follow-ups/types"

export type Explanation = AdminFollowUpExplanationResponse["explanation"]
export type ExplainedDeadline = Explanation["deadlines"][number]

/** A span before a deadline: counted, or closed. */
export type Stretch = {
  kind: "counted" | "closed"
  start: number
  end: number
  businessSeconds: number
  /** The names of the holidays or other exceptions in the span. */
  labels: string[]
}

/**
 * The spans up to a deadline, with adjacent closed spans joined: from Friday's
 * closing to Monday's opening is one weekend, not three spans.
 */
export function stretches(
  steps: readonly AdminFollowUpExplanationStep[]
): Stretch[] {
  return steps.reduce<Stretch[]>((joined, step) => {
    const stretch = stretchOf(step)
    const last = joined.at(-1)
    if (last?.kind === "closed" && stretch.kind === "closed") {
      last.end = stretch.end
      last.labels.push(
        ...stretch.labels.filter((label) => !last.labels.includes(label))
      )
      return joined
    }
    return stretch.kind === "counted" && stretch.businessSeconds === 0
      ? joined
      : [...joined, stretch]
  }, [])
}

function stretchOf(step: AdminFollowUpExplanationStep): Stretch {
  const start = Date.parse(step.start)
  const end = Date.parse(step.end)
  return step.kind === "window"
    ? {
        kind: "counted",
        start,
        end,
        businessSeconds: step.business_seconds,
        labels: [],
      }
    : {
        kind: "closed",
        start,
        end,
        businessSeconds: 0,
        labels: step.label ? [step.label] : [],
      }
}
