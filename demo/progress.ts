/** Runs one long step and shows its progress. */
export type Step = <T>(title: string, work: () => Promise<T>) => Promise<T>

const frameMilliseconds = 250
/** The interval between lines if there is no terminal. */
const lineMilliseconds = 10_000

function seconds(since: number): string {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`
}

/**
 * Shows steps as they run, several at once if they overlap: on a terminal, in
 * one line with the elapsed time; elsewhere, with a line now and then.
 */
export function showSteps(output: NodeJS.WriteStream = process.stdout): Step {
  const running = new Map<string, number>()
  let timer: NodeJS.Timeout | undefined

  const inProgress = () =>
    [...running]
      .map(([title, start]) => `${title}, ${seconds(start)}`)
      .join(" · ")
  const clear = () => output.isTTY && output.write("\r\x1b[K")
  const draw = () => {
    if (!output.isTTY) {
      output.write(`… ${inProgress()}\n`)
    } else if (running.size) {
      clear()
      output.write(`… ${inProgress()}`.slice(0, (output.columns || 80) - 1))
    }
  }
  const keepDrawing = () => {
    timer ??= setInterval(
      draw,
      output.isTTY ? frameMilliseconds : lineMilliseconds
    )
  }
  const finish = (title: string) => {
    running.delete(title)
    clear()
    if (!running.size) {
      clearInterval(timer)
      timer = undefined
    }
  }

  return async (title, work) => {
    const start = Date.now()
    running.set(title, start)
    keepDrawing()
    draw()
    try {
      const result = await work()
      finish(title)
      output.write(`✓ ${title}, ${seconds(start)}\n`)
      return result
    } catch (error) {
      finish(title)
      throw error
    }
  }
}
