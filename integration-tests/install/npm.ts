import { execFile } from "node:child_process"

/** The npm that runs the tests, or else the one on the PATH. */
function npmCommand(args: string[]): [string, string[]] {
  const npm = process.env.npm_execpath
  return npm ? [process.execPath, [npm, ...args]] : ["npm", args]
}

/**
 * Runs npm in a folder.
 *
 * @throws with npm's output if it fails
 */
export function npm(
  args: string[],
  cwd: string,
  env: Record<string, string> = {}
): Promise<void> {
  const [program, programArgs] = npmCommand([
    ...args,
    "--loglevel=error",
    "--no-audit",
    "--no-fund",
  ])
  return new Promise((resolve, reject) => {
    execFile(
      program,
      programArgs,
      { cwd, env: { ...process.env, ...env }, maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) =>
        error
          ? reject(
              new Error(`npm ${args.join(" ")} failed:\n${stdout}\n${stderr}`)
            )
          : resolve()
    )
  })
}
