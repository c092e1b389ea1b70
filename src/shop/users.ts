import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { Refusal } from "../refusals"
import { fullName } from "./people"

/** A user of the dashboard. */
export type UserFacts = {
  id: string
  email: string
  /** First and last name, or null if there is neither. */
  name: string | null
}

type Row = {
  id: string
  email: string
  first_name: string | null
  last_name: string | null
}

/** The users with these ids, including deleted ones. */
export async function loadUsers(
  ids: Iterable<string | null | undefined>,
  container: MedusaContainer
): Promise<Map<string, UserFacts>> {
  const wanted = [...new Set(ids)].filter((id) => typeof id === "string")
  if (wanted.length === 0) {
    return new Map()
  }
  const users = await container
    .resolve(Modules.USER)
    .listUsers({ id: wanted }, { withDeleted: true, take: wanted.length })
  return new Map(users.map((user) => [user.id, userFacts(user)]))
}

/** A page of the users who match a search, by name, and how many there are. */
export async function findUsers(
  { q, limit, offset }: { q?: string; limit: number; offset: number },
  container: MedusaContainer
): Promise<{ users: UserFacts[]; count: number }> {
  const [users, count] = await container
    .resolve(Modules.USER)
    .listAndCountUsers(q ? { q } : {}, {
      take: limit,
      skip: offset,
      order: { first_name: "ASC", email: "ASC" },
    })
  return { users: users.map(userFacts), count }
}

/** A page of the present users. */
export async function listUsers(
  most: number,
  container: MedusaContainer
): Promise<Pick<UserFacts, "id" | "email">[]> {
  return await select({}, most, container)
}

/** The ones of these users who still exist. */
export async function usersThereAre(
  ids: readonly string[],
  container: MedusaContainer
): Promise<Pick<UserFacts, "id" | "email">[]> {
  return ids.length === 0
    ? []
    : await select({ id: [...ids] }, ids.length, container)
}

/** @throws Refusal if there is no such user */
export async function requireUser(
  id: string,
  container: MedusaContainer
): Promise<void> {
  const [user] = await usersThereAre([id], container)
  if (!user) {
    throw new Refusal("user_not_found", { id }, ["assignee_id"])
  }
}

async function select(
  filters: { id?: string[] },
  take: number,
  container: MedusaContainer
): Promise<Pick<UserFacts, "id" | "email">[]> {
  const users = await container
    .resolve(Modules.USER)
    .listUsers(filters, { select: ["id", "email"], take })
  return users.map(({ id, email }) => ({ id, email }))
}

function userFacts(user: Row): UserFacts {
  return { id: user.id, email: user.email, name: fullName(user) }
}
