import { spawn } from "node:child_process"
import type { Writable } from "node:stream"
import { root } from "../../demo/root"

/**
 * Runs a program in the repository's folder. Returns whether it succeeded.
 *
 * @param output receives what it prints; if omitted, that goes to our own
 * output
 */
export function run(
  program: string,
  args: string[],
  env: NodeJS.ProcessEnv,
  output?: Writable
): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const goesTo = output ? "pipe" : "inherit"
    const child = spawn(program, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ["ignore", goesTo, goesTo],
    })
    if (output) {
      child.stdout?.pipe(output, { end: false })
      child.stderr?.pipe(output, { end: false })
    }
    child.once("error", reject)
    child.once("close", (code) => resolve(code === 0))
  })
}
