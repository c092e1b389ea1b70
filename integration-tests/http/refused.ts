import type { AdminFollowUpRefusal } from "../../src/api/admin/follow-ups/types"

type Told = {
  says: string
  code: AdminFollowUpRefusal["code"]
  path?: AdminFollowUpRefusal["path"]
  /** Those that matter: there may be more. */
  values?: AdminFollowUpRefusal["values"]
  type?: "invalid_data" | "not_allowed" | "not_found"
}

/** The whole answer to what is refused; `says` is a part of the message. */
export function refused({
  says,
  code,
  path = [],
  values = {},
  type = "invalid_data",
}: Told) {
  return {
    type,
    code,
    message: expect.stringContaining(says),
    path,
    values: expect.objectContaining(values),
  }
}
