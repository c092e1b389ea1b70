import { generateEntityId } from "@medusajs/framework/utils"
import type { Playbook, PlaybookVersion } from "../rules/playbook"
import type { Sql } from "./sql"

/** Which version of which playbook. */
export type PlaybookReference = {
  playbook_id: string
  playbook_version: number
}

/** The shop's playbooks as they are now, in the order in which they are asked. */
export async function selectPlaybooks(sql: Sql): Promise<Playbook[]> {
  return await sql.execute<Playbook[]>(
    `select playbook.id, playbook.type, playbook.name, playbook.enabled,
            playbook.position, playbook.is_seeded, playbook.is_edited,
            playbook.version, current.definition
       from follow_up_playbook as playbook
       join follow_up_playbook_version as current
         on current.playbook_id = playbook.id
        and current.version = playbook.version
      where playbook.deleted_at is null
      order by playbook.type, playbook.position, playbook.id`
  )
}

/** Versions of playbooks, those of deleted playbooks too. */
export async function selectPlaybookVersions(
  sql: Sql,
  references: PlaybookReference[]
): Promise<PlaybookVersion[]> {
  if (references.length === 0) {
    return []
  }
  return await sql.execute<PlaybookVersion[]>(
    `select playbook.id, version.version, playbook.type, version.name,
            version.definition
       from follow_up_playbook_version as version
       join follow_up_playbook as playbook on playbook.id = version.playbook_id
      where (version.playbook_id, version.version) in
            (${references.map(() => "(?, ?::int)").join(", ")})`,
    references.flatMap(({ playbook_id, playbook_version }) => [
      playbook_id,
      playbook_version,
    ])
  )
}

/** Adds a playbook with its first version. Undefined where it was seeded before. */
export async function insertPlaybook(
  sql: Sql,
  playbook: Omit<Playbook, "id" | "version"> & { created_by: string | null },
  now: Date
): Promise<string | undefined> {
  const id = generateEntityId(undefined, "fuplay")
  const inserted = await sql.execute<{ id: string }[]>(
    `insert into follow_up_playbook
            (id, type, name, enabled, position, is_seeded, is_edited, version,
             created_at, updated_at)
     values (?, ?, ?, ?, ?, ?, ?, 1, ?, ?)
         on conflict (type) where is_seeded do nothing
  returning id`,
    [
      id,
      playbook.type,
      playbook.name,
      playbook.enabled,
      playbook.position,
      playbook.is_seeded,
      playbook.is_edited,
      now,
      now,
    ]
  )
  if (inserted.length === 0) {
    return undefined
  }
  await insertPlaybookVersion(sql, { ...playbook, id, version: 1 }, now)
  return id
}

/** Adds a version that an existing playbook then has. */
export async function insertPlaybookVersion(
  sql: Sql,
  version: Omit<PlaybookVersion, "type"> & { created_by: string | null },
  now: Date
): Promise<void> {
  await sql.execute(
    `insert into follow_up_playbook_version
            (id, playbook_id, version, name, definition, created_by,
             created_at, updated_at)
     values (?, ?, ?, ?, ?::jsonb, ?, ?, ?)`,
    [
      generateEntityId(undefined, "fuplayv"),
      version.id,
      version.version,
      version.name,
      JSON.stringify(version.definition),
      version.created_by,
      now,
      now,
    ]
  )
  await sql.execute(
    `update follow_up_playbook
        set version = ?, name = ?, updated_at = ?
      where id = ?`,
    [version.version, version.name, now, version.id]
  )
}

/** Switches a playbook on or off: tasks that are open stay as they are. */
export async function enablePlaybook(
  sql: Sql,
  id: string,
  enabled: boolean,
  now: Date
): Promise<void> {
  await sql.execute(
    `update follow_up_playbook set enabled = ?, updated_at = ? where id = ?`,
    [enabled, now, id]
  )
}
