/**
 * Preloaded into programs that the demo runs. Ends the program when the demo
 * ends, even if the demo was killed.
 */
const patienceMilliseconds = 10_000

process.on("disconnect", () => {
  process.kill(process.pid, "SIGTERM")
  setTimeout(() => process.exit(1), patienceMilliseconds).unref()
})
