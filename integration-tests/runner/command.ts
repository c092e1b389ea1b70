import { spawn } from "node:child_process"
import { root } from "../../demo/root"

/** Runs a program in the repository's folder, its output going where ours goes. Returns whether it succeeded. */
export function run(
  program: string,
  args: string[],
  env: NodeJS.ProcessEnv = {}
): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ["ignore", "inherit", "inherit"],
    })
    child.once("error", reject)
    child.once("exit", (code) => resolve(code === 0))
  })
}
