/** Something that goes on until the application is shut down. */
type Running = {
  /** Resolves when nothing of it runs any more. */
  end(): Promise<void>
}

let start: (() => Running) | null = null

/**
 * Sets what an instance does beside its jobs, from the application's start to
 * its shutdown. To be called when the jobs are loaded: only instances that run
 * jobs load them, and neither scripts nor migrations do.
 */
export function whileRunning(begin: () => Running): void {
  start = begin
}

/** Starts what was set, if anything was. */
export function startRunning(): Running | null {
  return start?.() ?? null
}
