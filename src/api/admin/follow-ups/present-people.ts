import type { UserFacts } from "../../../shop/users"
import type { AdminFollowUpPerson } from "./types"

export function presentPerson({
  id,
  name,
  email,
}: UserFacts): AdminFollowUpPerson {
  return { id, name: name ?? email, email }
}

/** A person's name if it is known; only the id for a deleted user. */
export function personOf(
  id: string | null | undefined,
  users: ReadonlyMap<string, UserFacts>
): AdminFollowUpPerson | null {
  if (!id) {
    return null
  }
  const user = users.get(id)
  return user ? presentPerson(user) : { id, name: id, email: "" }
}
