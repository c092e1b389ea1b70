import type { Sql } from "../../../postgres/sql"
import { SCRIPT_LANGUAGES, type ScriptLanguage } from "../scripts/languages"

/** Remembers the language in which a user has the dashboard. */
export async function rememberLanguage(
  sql: Sql,
  user_id: string,
  language: string,
  now: Date
): Promise<void> {
  await sql.execute(
    `insert into follow_up_user_language as known
            (user_id, language, created_at, updated_at)
     values (?, ?, ?, ?)
         on conflict (user_id) do update
        set language = excluded.language, updated_at = excluded.updated_at
      where known.language <> excluded.language`,
    [user_id, language, now, now]
  )
}

/**
 * The languages to tell users things in: as in the dashboard, English for one
 * that the plugin is not translated to. Who has not opened the dashboard since
 * the plugin is there is not in it.
 */
export async function selectLanguages(
  sql: Sql
): Promise<Map<string, ScriptLanguage>> {
  const rows = await sql.execute<{ user_id: string; language: string }[]>(
    `select user_id, language from follow_up_user_language
      where deleted_at is null`
  )
  return new Map(
    rows.map(({ user_id, language }) => [user_id, nearest(language)])
  )
}

function nearest(language: string): ScriptLanguage {
  const [base] = language.toLowerCase().split("-")
  return SCRIPT_LANGUAGES.find((each) => each === base) ?? "en"
}
