import type { Playbook, PlaybookVersion } from "./playbook"
import type { Sql } from "../../../../postgres/sql"

/** A version of a playbook. */
export type PlaybookReference = {
  playbook_id: string
  playbook_version: number
}

/** The shop's present playbooks, in the order in which they are tried. */
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

/** Versions of playbooks, including those of deleted playbooks. */
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

/**
 * The types that already got their default playbook, even if it was deleted.
 */
export async function selectSeededTypes(sql: Sql): Promise<string[]> {
  const rows = await sql.execute<{ type: string }[]>(
    `select type from follow_up_playbook where is_seeded`
  )
  return rows.map(({ type }) => type)
}
