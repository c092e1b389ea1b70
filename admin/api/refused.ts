import { FetchError } from "@medusajs/js-sdk"
import type { AdminFollowUpRefusal } from "../../src/api/admin/follow-ups/types"

/** The server's error, with what Medusa's own error class leaves out. */
export class Refused extends FetchError {
  /**
   * Null if it is not one of our refusals; a newer server may have more codes.
   */
  readonly code: string | null
  readonly path: AdminFollowUpRefusal["path"]
  readonly values: AdminFollowUpRefusal["values"]
  /** Further faults in the same request. */
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

/** Every fault, if the server reported more than one. */
export function faultsOf(error: unknown): readonly unknown[] {
  return error instanceof Refused ? [error, ...error.further] : [error]
}

/**
 * Whether the server refused the request, so that a retry at once is useless. A
 * busy server has waited long enough itself, and the person should know.
 */
export function isRefusal(error: unknown): boolean {
  return (
    error instanceof FetchError &&
    error.status !== undefined &&
    ((error.status >= 400 && error.status < 500) ||
      (error instanceof Refused && error.code === "desk_busy"))
  )
}

/** Whether the logged-in user lacks permission for the request. */
export function isForbidden(error: unknown): boolean {
  return error instanceof FetchError && error.status === 403
}
