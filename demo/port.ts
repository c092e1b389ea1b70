import { connect, createServer } from "node:net"

function isAnswered(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host })
    const answer = (is: boolean) => () => {
      socket.destroy()
      resolve(is)
    }
    socket.once("connect", answer(true))
    socket.once("error", answer(false))
  })
}

function listenError(port: number): Promise<NodeJS.ErrnoException | undefined> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once("error", resolve)
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(undefined)))
  })
}

/**
 * Checks that the store can listen on a port of the loopback addresses, before
 * any slow step.
 *
 * @throws if the port is in use or not allowed, with what to do
 */
export async function requireFreePort(port: number): Promise<void> {
  const another = `choose another: PORT=${port + 1} npm run demo`
  const error = await listenError(port)
  const taken =
    error?.code === "EADDRINUSE" ||
    (await isAnswered(port, "127.0.0.1")) ||
    (await isAnswered(port, "::1"))
  if (taken) {
    throw new Error(
      `Port ${port} is in use. Stop what listens there, or ${another}`
    )
  }
  if (error) {
    throw new Error(`Port ${port} cannot be used (${error.code}): ${another}`)
  }
}
