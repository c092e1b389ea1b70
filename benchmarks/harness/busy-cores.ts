import { spawn } from "node:child_process"
import { availableParallelism } from "node:os"

/** Runs something while a program of its own keeps each core busy. */
export async function withBusyCores<Result>(
  work: () => Promise<Result>
): Promise<Result> {
  const programs = Array.from({ length: availableParallelism() }, () =>
    spawn(process.execPath, ["-e", "for (;;);"], { stdio: "ignore" })
  )
  try {
    return await work()
  } finally {
    programs.forEach((program) => program.kill("SIGKILL"))
  }
}
