import { execFileSync, spawnSync } from "node:child_process"
import { statSync } from "node:fs"

type Ids = { uid: number; gid: number }

/** A command line, and the user and group ids to run it with. */
export type Launch = { command: string; args: string[]; ids?: Ids }

/** The account that the server runs as. */
export type Account = {
  /** The required owner of the data; undefined if that is the current user. */
  owner?: Ids
  launch(program: string, args: string[]): Launch
}

function idsOf(name: string): Ids | undefined {
  const id = (flag: string) =>
    Number(execFileSync("id", [flag, name], { stdio: "pipe" }).toString())
  try {
    return { uid: id("-u"), gid: id("-g") }
  } catch {
    return undefined
  }
}

function ownerOf(path: string): Ids | undefined {
  const stats = statSync(path, { throwIfNoEntry: false })
  return stats && stats.uid !== 0
    ? { uid: stats.uid, gid: stats.gid }
    : undefined
}

/**
 * Whether the account may enter the folder and run the program. It may lack
 * permission to enter a parent folder.
 */
function canRun(account: Account, program: string, folder: string): boolean {
  const { command, args, ids } = account.launch("sh", [
    "-c",
    'cd "$0" && "$1" --version',
    folder,
    program,
  ])
  return spawnSync(command, args, { ...ids, stdio: "ignore" }).status === 0
}

/**
 * Runs as another user with the capability to traverse any folder: a clone in
 * /root, or in a folder made by mktemp, can be entered by root alone. The
 * secure bit is needed for access(), which the server calls: without it,
 * access() ignores the capability.
 */
function passingThrough({ uid, gid }: Ids): Account["launch"] {
  const switches = [
    `--reuid=${uid}`,
    `--regid=${gid}`,
    "--clear-groups",
    "--securebits=+no_setuid_fixup",
    "--inh-caps=+dac_override",
    "--ambient-caps=+dac_override",
  ]
  return (program, args) => ({
    command: "setpriv",
    args: [...switches, program, ...args],
  })
}

/**
 * The account to run the server as. PostgreSQL refuses to run as root, so root
 * switches to the owner of the data, to `postgres`, or to `nobody`. No account
 * is created.
 *
 * @param data the data folder, which need not exist yet
 * @param folder its parent folder, which exists
 * @param program a program of PostgreSQL, tried with --version
 * @throws if root has no way to start the server here
 */
export function serverAccount(
  data: string,
  folder: string,
  program: string
): Account {
  if (process.getuid?.() !== 0) {
    return { launch: (command, args) => ({ command, args }) }
  }
  const owner = ownerOf(data) ?? idsOf("postgres") ?? idsOf("nobody")
  if (!owner) {
    throw new Error(
      "PostgreSQL does not run as root, and there is no postgres or nobody account to run it as. " +
        "Start this as another user, or set DATABASE_URL to a PostgreSQL server of your own."
    )
  }
  const accounts: Account[] = [
    { owner, launch: (command, args) => ({ command, args, ids: owner }) },
    { owner, launch: passingThrough(owner) },
  ]
  const account = accounts.find((each) => canRun(each, program, folder))
  if (!account) {
    throw new Error(
      `PostgreSQL does not run as root, and user ${owner.uid} may not enter ${folder} or run ${program}. ` +
        "Move the clone to a folder that every user may enter (such as /srv), start this as another user, " +
        "or set DATABASE_URL to a PostgreSQL server of your own."
    )
  }
  return account
}
