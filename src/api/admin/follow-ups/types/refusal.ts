import type {
  RefusalCode,
  RefusalPath,
  RefusalValues,
} from "../../../../refusals"

/** Why a request was refused, with status 400, 403 or 404. */
export type AdminFollowUpRefusal = {
  /**
   * Medusa's error type: `invalid_data`, `not_allowed`, `not_found` or
   * `forbidden`.
   */
  type: string
  /** Identifies the refusal; never changes. */
  code: RefusalCode
  /** In English, with the values filled in. */
  message: string
  /** The path of the field in the request; empty if no field is at fault. */
  path: RefusalPath
  /** The values in the message, and further details. */
  values: RefusalValues
  /** Further refusals of a playbook; omitted if there are none. */
  further?: Omit<AdminFollowUpRefusal, "further">[]
}
