import { Client } from "@medusajs/framework/pg"
import { z } from "@medusajs/framework/zod"

const schema = z.object({
  /** The fingerprint of the migrations that were run. */
  migrated: z.string().optional(),
  /** The fingerprint of the seed that was run, and its result. */
  seeded: z.string().optional(),
  shop: z
    .object({
      publishable_key: z.string(),
      region_id: z.string(),
      regions: z.object({ ua: z.string(), bg: z.string() }),
      variant_ids: z.array(z.string()),
    })
    .optional(),
})

/** What has already been done to a database. */
export type Prepared = z.infer<typeof schema>

async function withDatabase<T>(
  url: string,
  work: (client: Client) => Promise<T>
): Promise<T> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/**
 * Stored as a comment on the database, so that it is renamed and deleted with
 * it.
 */
export function readPrepared(databaseUrl: string): Promise<Prepared> {
  return withDatabase(databaseUrl, async (client) => {
    const { rows } = await client.query<{ comment: string | null }>(
      `select shobj_description(oid, 'pg_database') as comment
       from pg_database
       where datname = current_database()`
    )
    try {
      return schema.parse(JSON.parse(rows[0]?.comment ?? "{}"))
    } catch {
      return {}
    }
  })
}

/**
 * If the account may not comment on the database, the next start prepares the
 * database again, which takes longer but changes nothing.
 */
export function writePrepared(
  databaseUrl: string,
  prepared: Prepared
): Promise<void> {
  return withDatabase(databaseUrl, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      "select current_database() as name"
    )
    const database = client.escapeIdentifier(rows[0]?.name ?? "")
    const comment = client.escapeLiteral(JSON.stringify(prepared))
    await client
      .query(`comment on database ${database} is ${comment}`)
      .catch(() => undefined)
  })
}
