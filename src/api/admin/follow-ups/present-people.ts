import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { fullName } from "../../../modules/follow-up"
import type { AdminFollowUpPerson } from "./types"

type User = {
  id: string
  email: string
  first_name: string | null
  last_name: string | null
}

export function presentPerson(user: User): AdminFollowUpPerson {
  return { id: user.id, name: fullName(user) ?? user.email, email: user.email }
}

/** The users with these ids, those who were deleted since, too. */
export async function peopleById(
  ids: Iterable<string | null | undefined>,
  container: MedusaContainer
): Promise<Map<string, AdminFollowUpPerson>> {
  const wanted = [...new Set(ids)].filter((id) => typeof id === "string")
  if (wanted.length === 0) {
    return new Map()
  }
  const users = await container
    .resolve(Modules.USER)
    .listUsers({ id: wanted }, { withDeleted: true, take: wanted.length })
  return new Map(users.map((user) => [user.id, presentPerson(user)]))
}

/** A person as far as known: of a user who is gone, the id is left. */
export function personOf(
  id: string | null | undefined,
  people: ReadonlyMap<string, AdminFollowUpPerson>
): AdminFollowUpPerson | null {
  return id ? (people.get(id) ?? { id, name: id, email: "" }) : null
}
