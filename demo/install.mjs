/**
 * Runs before `npm run demo`, `npm test` and `npm run bench`. Installs the
 * dependencies if they are missing or differ from package-lock.json. It runs
 * before anything is installed, so it needs Node alone.
 */
import { spawn } from "node:child_process"
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

/**
 * npm records what it installed in a lock file of its own. Optional packages
 * may be missing because they are for other platforms.
 */
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

/** Runs npm. If there is no terminal, prints a line now and then. */
function runNpm(args) {
  const npm = process.env.npm_execpath
  const options = { cwd: root, stdio: "inherit" }
  const child = npm
    ? spawn(process.execPath, [npm, ...args], options)
    : spawn("npm", args, { ...options, shell: true })
  const started = Date.now()
  const elapsed = () => Math.round((Date.now() - started) / 1000)
  const signs = process.stdout.isTTY
    ? undefined
    : setInterval(() => console.log(`… installing, ${elapsed()} s`), 15_000)
  return new Promise((resolve, reject) => {
    child.once("error", reject)
    child.once("exit", (code) =>
      code === 0 ? resolve(elapsed()) : reject(new Error("see above"))
    )
  }).finally(() => clearInterval(signs))
}

async function install() {
  console.log(
    "Installing the dependencies; the first time this takes a minute or two …"
  )
  // Regardless of NODE_ENV and the log level: development dependencies are
  // needed, and a failure must be visible.
  const seconds = await runNpm([
    "ci",
    "--include=dev",
    "--include=optional",
    "--loglevel=notice",
    "--no-audit",
    "--no-fund",
  ])
  console.log(`Installed in ${seconds} s.`)
}

requireNode(readJson(join(root, "package.json")).engines.node)
if (!isInstalled()) {
  await install().catch((error) => {
    console.error(`The dependencies could not be installed: ${error.message}.`)
    process.exit(1)
  })
}
