import { createDatabase } from "../../demo/postgres/connection"

/**
 * A new database on the tests' server, for a store in a process of its own.
 *
 * @returns its address
 */
export async function ownDatabase(purpose: string): Promise<string> {
  const { DB_HOST, DB_PORT, DB_USERNAME = "", DB_PASSWORD = "" } = process.env
  const who = [DB_USERNAME, DB_PASSWORD].map(encodeURIComponent).join(":")
  const server = `postgres://${who}@${DB_HOST}:${DB_PORT}`
  const name = `${purpose}_${Date.now()}`
  await createDatabase(`${server}/postgres`, name)
  return `${server}/${name}`
}
