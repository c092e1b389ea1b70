/**
 * Runs before `npm run demo`, `npm test` and `npm run bench`: installs the
 * dependencies where they are missing or not those of package-lock.json. It
 * runs before anything is installed, so it needs nothing but Node.
 */
import { spawnSync } from "node:child_process"
import { existsSync, readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

const root = join(dirname(fileURLToPath(import.meta.url)), "..")

function readJson(path) {
  return JSON.parse(readFileSync(path, "utf8"))
}

function requireNode(range) {
  const wanted = range.replace(">=", "").split(".").map(Number)
  const found = process.versions.node.split(".").map(Number)
  const difference = wanted.map((part, i) => found[i] - part).find(Boolean)
  if (difference < 0) {
    console.error(
      `This needs Node.js ${range}; this is ${process.versions.node} (${process.execPath}). ` +
        "Install a newer Node.js, or switch to one with your version manager, and try again."
    )
    process.exit(1)
  }
}

/** npm keeps what it installed in a lock file of its own; optional packages may be for other platforms. */
function isInstalled() {
  const installedLock = join(root, "node_modules", ".package-lock.json")
  if (!existsSync(installedLock)) {
    return false
  }
  const installed = readJson(installedLock).packages
  const { "": _, ...wanted } = readJson(
    join(root, "package-lock.json")
  ).packages
  return Object.entries(wanted).every(([path, { version, optional }]) =>
    path in installed
      ? installed[path].version === version && existsSync(join(root, path))
      : optional
  )
}

function install() {
  console.log(
    "Installing the dependencies (npm ci); the first time this takes a minute or two …"
  )
  const npm = process.env.npm_execpath
  // Whatever NODE_ENV and the log level say: what runs here are development
  // dependencies, and a failure must be seen.
  const args = [
    "ci",
    "--include=dev",
    "--include=optional",
    "--loglevel=notice",
  ]
  const started = Date.now()
  const { status, error } = npm
    ? spawnSync(process.execPath, [npm, ...args], {
        cwd: root,
        stdio: "inherit",
      })
    : spawnSync("npm", args, { cwd: root, stdio: "inherit", shell: true })
  if (status !== 0) {
    console.error(
      `The dependencies could not be installed${error ? `: ${error.message}` : ", see above"}.`
    )
    process.exit(1)
  }
  const seconds = Math.round((Date.now() - started) / 1000)
  console.log(`Installed in ${seconds} s.`)
}

requireNode(readJson(join(root, "package.json")).engines.node)
if (!isInstalled()) {
  install()
}
