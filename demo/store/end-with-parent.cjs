/**
 * Loaded before a program that the demo runs: the program stops when the demo
 * is gone, even when that was killed and could not say so.
 */
const patienceMilliseconds = 10_000

process.on("disconnect", () => {
  process.kill(process.pid, "SIGTERM")
  setTimeout(() => process.exit(1), patienceMilliseconds).unref()
})
