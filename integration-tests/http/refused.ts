import type { AdminFollowUpRefusal } from "../../src/api/admin/follow-ups/types"

type Told = {
  says: string
  code: AdminFollowUpRefusal["code"]
  path?: AdminFollowUpRefusal["path"]
  /** The values to check; the refusal may have others. */
  values?: AdminFollowUpRefusal["values"]
  type?: "invalid_data" | "not_allowed" | "not_found"
}

/** The body of a refusal. `says` is a part of the message. */
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
