import { FetchError } from "@medusajs/js-sdk"
import type { AdminFollowUpRefusal } from "../../src/api/admin/follow-ups/types"

/** What the server said against it, with what Medusa's own error leaves out. */
export class Refused extends FetchError {
  /** Null where it is no refusal of ours; a newer server may have more codes. */
  readonly code: string | null
  readonly path: AdminFollowUpRefusal["path"]
  readonly values: AdminFollowUpRefusal["values"]
  /** What else is wrong with what was sent. */
  readonly further: readonly Refused[]

  constructor(
    answer: Pick<Response, "status" | "statusText">,
    said: Partial<AdminFollowUpRefusal>
  ) {
    const { status, statusText } = answer
    super(said.message ?? statusText, statusText, status)
    this.code = said.code ?? null
    this.path = said.path ?? []
    this.values = said.values ?? {}
    this.further = (said.further ?? []).map((more) => new Refused(answer, more))
  }
}

/** Each thing that is wrong, where the server told more than one at once. */
export function faultsOf(error: unknown): readonly unknown[] {
  return error instanceof Refused ? [error, ...error.further] : [error]
}

/** Whether the server understood and refused, so that asking again is no use. */
export function isRefusal(error: unknown): boolean {
  return (
    error instanceof FetchError &&
    error.status !== undefined &&
    error.status >= 400 &&
    error.status < 500
  )
}

/** Whether the person who is logged in may not see what was asked for. */
export function isForbidden(error: unknown): boolean {
  return error instanceof FetchError && error.status === 403
}
