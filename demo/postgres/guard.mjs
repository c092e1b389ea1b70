/**
 * Runs the PostgreSQL server for the process that forked it, and stops the
 * server when that process asks for it or ends for any reason. It runs in a
 * session of its own, so that Ctrl-C does not stop the server before Medusa has
 * closed its connections.
 */
import { spawn } from "node:child_process"
import { openSync, rmSync } from "node:fs"

const { command, args, ids, cwd, log, discard } = JSON.parse(process.argv[2])
const output = openSync(log, "a")
const server = spawn(command, args, {
  ...ids,
  cwd,
  stdio: ["ignore", output, output],
})

server.on("error", (error) => {
  process.send?.({ failed: error.message })
  process.exit(1)
})
server.on("exit", () => {
  if (discard) {
    rmSync(discard, { recursive: true, force: true })
  }
  process.exit(0)
})

const fastShutdown = "SIGINT"
const immediateShutdown = "SIGQUIT"
const patienceMilliseconds = 10_000

function stop(message) {
  server.kill(message === "crash" ? immediateShutdown : fastShutdown)
  setTimeout(() => server.kill(immediateShutdown), patienceMilliseconds).unref()
}

process.on("message", stop)
for (const event of ["disconnect", "SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(event, () => stop("stop"))
}
