/**
 * Loaded into a process before its program: tells the processor time that the
 * process has used, in microseconds, at the port CPU_USAGE_PORT.
 */
const { createServer } = require("node:http")

const server = createServer((_, response) =>
  response.end(JSON.stringify(process.cpuUsage()))
)
// A child of this process finds the port taken.
server.on("error", () => {})
server.listen(Number(process.env.CPU_USAGE_PORT), "127.0.0.1")
server.unref()
